/** The week’s hours of everybody at a site, sorted by who is in trouble, with what would mend it. */
export {};
