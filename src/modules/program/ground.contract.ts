/** Acts on the ground of a program: organization, sites, rooms, programs, tracks, days without sessions. */
export {};
