/** Session types that count for weekly hours unless a rule says otherwise (W4). */
export const COUNTED_TYPES = ['group', 'individual', 'family', 'couple'] as const;
