/** Staff, their credentials, and who is on call, as their pages show them. */
export {};
