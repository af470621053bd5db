/** The contact notes of one person. */
export {};
