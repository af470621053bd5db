/** All SQL of shared tablets and what is claimed at them. */
export {};
