/** The nouns of people: participants, staff, and the names they are called by. */
import { z } from 'zod';
import { uuid } from '../../values/wire.ts';

export const organizationId = uuid.brand<'OrganizationId'>();
export type OrganizationId = z.infer<typeof organizationId>;

/** A participant's id is random (UUID version 4), so that a page address tells nothing about the day of admission (W29). */
export const participantId = uuid.brand<'ParticipantId'>();
export type ParticipantId = z.infer<typeof participantId>;

export const staffId = uuid.brand<'StaffId'>();
export type StaffId = z.infer<typeof staffId>;

/** What a participant is called. `chosenName` stands in for the given name wherever it is set. */
export const names = z.object({
  legalGivenName: z.string(),
  legalFamilyName: z.string(),
  chosenName: z.string().nullable(),
});
export type Names = z.infer<typeof names>;

/** How a person may be reached; 'none' is a wish that is kept. */
export const CONTACT_WAYS = ['phone', 'text', 'mail', 'none'] as const;
export const contactWay = z.enum(CONTACT_WAYS);
export type ContactWay = z.infer<typeof contactWay>;
export const CONTACT_KINDS = ['guardian', 'emergency', 'supporter'] as const;
export const contactKind = z.enum(CONTACT_KINDS);
export type ContactKind = z.infer<typeof contactKind>;
export const HEALTH_KINDS = ['allergy', 'medication', 'substance'] as const;
export const healthKind = z.enum(HEALTH_KINDS);
export type HealthKind = z.infer<typeof healthKind>;

export const organizationKind = z.enum(['real', 'demo']);
export type OrganizationKind = z.infer<typeof organizationKind>;

/** What a credential says on a day; it expires soon when its last day is at most 60 days away. */
export const credentialState = z.enum(['valid', 'expires-soon', 'expired', 'not-yet']);
export type CredentialState = z.infer<typeof credentialState>;

/** How a permission to attend was given. */
export const PERMISSION_WAYS = ['on-paper', 'aloud'] as const;
export const permissionWay = z.enum(PERMISSION_WAYS);
export type PermissionWay = z.infer<typeof permissionWay>;
/** The kinds of session that somebody close to a person may be allowed to attend. */
export const ATTENDABLE_TYPES = ['group', 'individual', 'family', 'couple'] as const;
export const attendableType = z.enum(ATTENDABLE_TYPES);
export type AttendableType = z.infer<typeof attendableType>;
