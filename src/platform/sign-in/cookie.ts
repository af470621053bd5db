/** The sign-in cookie: what it is called, and how the token in it is read and trusted. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Headers as Node gives them, or as a Headers object. */
export type RequestHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** The library writes `token.signature`: 32 letters and digits, then HMAC-SHA-256 of them in base64. */
const SIGNED = /^([A-Za-z0-9]{16,128})\.([A-Za-z0-9+/]{43}=)$/;
/** Longer than any cookie of ours; what is longer is not looked at. */
const LENGTH_MAX = 400;

/** `__Host-` makes the browser itself refuse the cookie from any other host, path or unencrypted page (RFC 6265bis, 4.1.3.2). */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-stepdown_sign_in' : 'stepdown_sign_in';
}

/** One request header as text, or undefined. */
export function headerOf(headers: RequestHeaders, name: string): string | undefined {
  const value = headers instanceof Headers ? headers.get(name) : (headers as Readonly<Record<string, string | readonly string[] | undefined>>)[name];
  return typeof value === 'string' ? value : value?.[0];
}

/** The value of one cookie in a Cookie header, as it came. */
export function cookieValue(header: string, name: string): string | undefined {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

/** The token of the cookie that came with a request, if this server signed it; anything forged, cut or foreign is null. */
export function tokenIn(headers: RequestHeaders, name: string, secret: string): string | null {
  const value = cookieValue(headerOf(headers, 'cookie') ?? '', name);
  if (value === undefined || value.length > LENGTH_MAX) return null;
  const [, token, signature] = SIGNED.exec(decoded(value)) ?? [];
  if (token === undefined || signature === undefined) return null;
  const expected = createHmac('sha256', secret).update(token).digest();
  const found = Buffer.from(signature, 'base64');
  return found.length === expected.length && timingSafeEqual(found, expected) ? token : null;
}

/** Of the cookies the library sets, ours; it also expires some of its own that we never use. */
export function ownCookies(headers: Headers, name: string): string[] {
  return headers.getSetCookie().filter((cookie) => cookie.startsWith(`${name}=`));
}

/** What takes the cookie out of the browser; same attributes, or a browser keeps it. */
export function clearedCookie(secure: boolean): string {
  return `${cookieName(secure)}=; Max-Age=0; Path=/; HttpOnly${secure ? '; Secure' : ''}; SameSite=Strict`;
}
