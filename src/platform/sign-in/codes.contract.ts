/** Codes handed out once, and what is done with them at the door. */
export {};
