/** What needs somebody at a site: no individual session, documents due. */
export {};
