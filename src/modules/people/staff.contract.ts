/** Acts on staff: hired, ended, roles, sites, credentials. */
export {};
