/** Acts on tasks: danger, taking, handing over, closing. */
export {};
