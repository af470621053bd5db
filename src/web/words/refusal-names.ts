/** Every name by which any contract refuses; both languages must have words for each, or they do not compile. */
import type { CommonRefusalName } from '../../platform/contract.ts';
import type * as attendance from '../../modules/attendance/contract.ts';
import type * as notes from '../../modules/notes/contract.ts';
import type * as sessions from '../../modules/sessions/words.ts';
import type * as people from '../../modules/people/contract.ts';
import type * as door from '../../platform/sign-in/contract.ts';
import type * as groupRoom from '../../boards/group-room.contract.ts';
import type * as hoursLedger from '../../boards/hours-ledger.contract.ts';
import type * as today from '../../boards/today.contract.ts';

type Everything = typeof attendance & typeof notes & typeof sessions & typeof people & typeof door & typeof groupRoom & typeof hoursLedger & typeof today;
/** Refusals are told by their shape, so that a new export of a contract file is covered without being listed here. */
type NameIn<Export> = Export extends { readonly name: infer Name extends string; readonly status: number; readonly sentence: string; readonly way: string } ? Name : never;

export type RefusalName = CommonRefusalName | { [Key in keyof Everything]: NameIn<Everything[Key]> }[keyof Everything];
export type RefusalWords = Record<`refusal.${RefusalName}.${'sentence' | 'way'}`, string>;
