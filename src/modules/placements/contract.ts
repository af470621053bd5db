/** Acts on placements: admission, level, phase, counselor, track. */
export {};
