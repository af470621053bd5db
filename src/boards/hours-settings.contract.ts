/** Hours rules and path templates as their pages show them. */
export {};
