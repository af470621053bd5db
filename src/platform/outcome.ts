/** What an act or a rule answers: a value, or a refusal by name with the facts its sentence needs. */

export type Refused<Name extends string> = { readonly refused: Name; readonly facts?: Record<string, unknown> };
export type Outcome<Value, Name extends string> = { readonly value: Value } | Refused<Name>;

export function refuse<const Name extends string>(refused: Name, facts?: Record<string, unknown>): Refused<Name> {
  return facts === undefined ? { refused } : { refused, facts };
}

export function isRefused<Value, Name extends string>(outcome: Outcome<Value, Name>): outcome is Refused<Name> {
  return 'refused' in outcome;
}
