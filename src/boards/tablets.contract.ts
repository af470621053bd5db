/** The tablets of a site, and claims that wait. */
export {};
