/** Changing the figures by which a day is run. */
export {};
