/** Where a person goes after signing in: back to the screen that sent them, and never to another address. */

/** The address of the sign-in page that leads back to `from` (a path with its query and fragment). */
export function signInAddress(from: string): string {
  return from === '/' || from.startsWith('/sign-in') ? '/sign-in' : `/sign-in?back=${encodeURIComponent(from)}`;
}

/** Only a path of this server is believed: `//elsewhere` and `/\elsewhere` would lead a browser away. */
export function wayBack(search: string): string {
  const back = new URLSearchParams(search).get('back') ?? '/';
  // eslint-disable-next-line no-control-regex -- a browser drops line breaks and tabs inside an address
  return /^\/(?![/\\])[^\u0000-\u001f\\]*$/.test(back) && !back.startsWith('/sign-in') ? back : '/';
}

/** Which of the two forms the page shows stands in its address, so that it can be passed on and gone back from. */
export function hasCode(search: string): boolean {
  return new URLSearchParams(search).has('code');
}

/** The same page with the other form, leading back to the same place. */
export function otherForm(search: string): string {
  const asked = new URLSearchParams(search);
  if (asked.has('code')) asked.delete('code');
  else asked.set('code', '');
  return asked.size === 0 ? '/sign-in' : `/sign-in?${asked.toString()}`;
}
