/** Acts on path templates: each save is a new version. */
export {};
