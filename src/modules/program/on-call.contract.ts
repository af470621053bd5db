/** Acts on who is on call. */
export {};
