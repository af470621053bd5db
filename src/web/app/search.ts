/** What addresses may carry: anything that is no date is left out rather than believed. */

/** `{ [name]: date }` when `value` is written like a civil date and exists, else nothing. */
export function civilDateOf<Name extends string>(name: Name, value: unknown): { [K in Name]?: string } {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return {};
  const time = Date.parse(`${value}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) return {};
  return { [name]: value } as { [K in Name]?: string };
}

/** The site that a page shows, where its address names one. */
export function siteOf(search: Record<string, unknown>): { site?: string } {
  return typeof search['site'] === 'string' ? { site: search['site'] } : {};
}

/** The signed plan that a page prints, where its address names one; else the one that holds. */
export function signedOf(search: Record<string, unknown>): { signed?: string } {
  return typeof search['signed'] === 'string' ? { signed: search['signed'] } : {};
}

/** The note that a page opens or prints, where its address names one. */
export function noteOf(search: Record<string, unknown>): { note?: string } {
  return typeof search['note'] === 'string' ? { note: search['note'] } : {};
}
