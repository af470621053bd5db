/** The browser's clock and chance, looked at in this one file. */

export function now(): number {
  return Date.now();
}

/** Runs `act` later; the answer cancels it. */
export function later(milliseconds: number, act: () => void): () => void {
  const handle = setTimeout(act, milliseconds);
  return () => clearTimeout(handle);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A fresh UUID (version 4). `crypto.randomUUID` exists on https and localhost only, and a small program may run on plain http inside its walls. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
