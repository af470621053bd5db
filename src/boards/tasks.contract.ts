/** Open tasks of a site, and those of one person. */
export {};
