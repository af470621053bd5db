/** Acts on hours rules: dated rows with a source. */
export {};
