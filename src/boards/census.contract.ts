/** How many people are in the program, by level, phase and track. */
export {};
