/** Who asks: resolved once for each request from the sign-in, then handed to every act and read. */
export type Actor = {
  readonly orgId: string;
  /** The person's own row in the organization, under which every fact is recorded. */
  readonly id: string;
  readonly signInId: string;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<string>;
  /** The places whose rows this person may see (W20). */
  readonly placeIds: readonly string[];
  /** What is written beside a signature; taken when the sign-in is looked up. */
  readonly signature: { readonly name: string; readonly credential: string };
};
