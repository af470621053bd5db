/** Shared tablets and what is claimed at them. */
export {};
