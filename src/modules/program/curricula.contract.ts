/** Acts on curricula and their modules. */
export {};
