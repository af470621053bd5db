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
