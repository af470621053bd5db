/** The settings of an organization as its pages show them. */
export {};
