/** The plan of one person. */
export {};
