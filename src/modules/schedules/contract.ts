/** Acts on groups, their weekly times and seats. */
export {};
