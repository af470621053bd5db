/** New ids: UUID version 7 (RFC 9562, 5.7) made here, since PostgreSQL 15 to 17 have no function for it; version 4 where time must not show. */
import { randomBytes, randomUUID } from 'node:crypto';

/** Of the last id: its millisecond, and the twelve bits that count the ids of one millisecond. */
let last = { at: -1, count: 0 };
const COUNTS = 0x1000;

/**
 * A UUIDv7 for the instant given: 48 bits of milliseconds, 12 that count up within one millisecond (RFC 9562, 6.2, method 1), then 62 random
 * bits. Ids of one process sort in the order in which they were made, so that "the last change" has an answer; after 2048 in one millisecond
 * the order within it is lost, never the uniqueness.
 */
export function newId(at: Date): string {
  const bytes = randomBytes(16);
  const now = at.getTime();
  // The count begins anywhere in the lower half, so that two processes do not count alike.
  const count = now === last.at ? (last.count + 1) % COUNTS : bytes.readUInt16BE(6) & 0x7ff;
  last = { at: now, count };
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt16BE(0x7000 | count, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A random id (version 4) that tells nothing about when it was made: participants, whose id stands in page addresses (W29). */
export function newSilentId(): string {
  return randomUUID();
}
