/** What follows a signature: addenda, corrections, co-signature, and who co-signs for whom. */
export {};
