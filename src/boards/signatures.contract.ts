/** Notes that wait for a signature or a co-signature, by author and age; one note with all that followed it. */
export {};
