/** Acts on sessions: planned ahead, canceled, moved, reinstated. */
export {};
