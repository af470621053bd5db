/** People of a site, and one person. */
export {};
