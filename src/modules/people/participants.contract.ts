/** Acts on participants: who they are, how to reach them, simple health lists. */
export {};
