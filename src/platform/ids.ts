/** New ids: UUID version 7 (RFC 9562, 5.7) made here, since PostgreSQL 15 to 17 have no function for it; version 4 where time must not show. */
import { randomBytes, randomUUID } from 'node:crypto';

/** A UUIDv7 for the instant given: 48 bits of milliseconds, then 74 random bits. Sorts by time to the millisecond. */
export function newId(at: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A random id (version 4) that tells nothing about when it was made: participants, whose id stands in page addresses (W29). */
export function newSilentId(): string {
  return randomUUID();
}
