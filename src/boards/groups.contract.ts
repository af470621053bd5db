/** Groups of a site, one group, and one session with everybody it concerns. */
export {};
