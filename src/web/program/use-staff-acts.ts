/** Every act about one member of staff, each with its undo; an undo names the version that is on the screen by then. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { readStaff } from '../../boards/staff/staff.contract.ts';
import { addCredential, endCredential, endStaff, renameStaff, setStaffRoles, setStaffSites } from '../../modules/people/staff.contract.ts';
import type { Role } from '../../permissions.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import type { Offline, Refused, RequestOf } from '../call.ts';
import { useAct } from '../kit/use-act.ts';
import { useUndo } from '../kit/use-undo.tsx';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { nameOf } from './staff.ts';
import type { Colleague, Credential } from './staff.ts';

/** Who somebody is, and what that person may do, may be what the page itself was read with. */
const STALE = ['staff.read', 'people.read-me', 'on-call.read'];

export type Names = { givenName: string; familyName: string; credential: string };
export type NewCredential = RequestOf<typeof addCredential>['body'];
export type StaffActs = {
  rename(one: Colleague, to: Names): Promise<boolean>;
  setRoles(one: Colleague, roles: Role[]): Promise<boolean>;
  setSites(one: Colleague, siteIds: string[]): Promise<boolean>;
  end(one: Colleague, lastDay: CivilDate): Promise<boolean>;
  bringBack(one: Colleague): Promise<boolean>;
  addCredential(one: Colleague, credential: NewCredential): Promise<boolean>;
  endCredential(credential: Credential): Promise<boolean>;
  busy: boolean;
  refused: Refused | Offline | null;
  forget(): void;
  toast: ReactNode;
};

export function useStaffActs(): StaffActs {
  const { say } = useWords();
  const client = useQueryClient();
  const { toast, done } = useUndo();
  const [rename, roles, sites, end, add, take] = [useAct(renameStaff, STALE), useAct(setStaffRoles, STALE), useAct(setStaffSites, STALE), useAct(endStaff, STALE), useAct(addCredential, STALE), useAct(endCredential, STALE)];
  const all = [rename, roles, sites, end, add, take];
  const versionOf = (id: string): number => client.getQueryData(reading(readStaff, {}).queryKey)?.staff.find((one) => one.id === id)?.version ?? 0;
  /** After a refusal the list is read again, so that it shows what somebody else made of it and the next try names that version. */
  const settle = async (value: unknown, text: string, undo: () => Promise<unknown>): Promise<boolean> => {
    if (value === null) await client.invalidateQueries({ queryKey: [readStaff.name] });
    else done(text, () => { void undo(); });
    return value !== null;
  };
  const at = (one: Colleague) => ({ params: { staffId: one.id } });
  const now = (one: Colleague) => ({ version: versionOf(one.id) });
  const ending = (one: Colleague, lastDay: CivilDate | null) => end.carryOut({ ...at(one), body: lastDay === null ? { ends: false, ...now(one) } : { ends: true, ...now(one), lastDay } });
  const taking = (credentialId: string, ends: boolean) => take.carryOut({ params: { credentialId }, body: { ends } });
  return {
    toast,
    busy: all.some((act) => act.busy),
    refused: all.find((act) => act.answer !== null)?.answer ?? null,
    forget: () => { for (const act of all) act.forget(); },
    rename: async (one, to) => {
      const before = { givenName: one.givenName, familyName: one.familyName, credential: one.credential };
      const value = await rename.carryOut({ ...at(one), body: { ...now(one), ...to } });
      return await settle(value, say('staff.done.names', { name: nameOf(to) }), () => rename.carryOut({ ...at(one), body: { ...now(one), ...before } }));
    },
    setRoles: async (one, to) => {
      const value = await roles.carryOut({ ...at(one), body: { ...now(one), roles: to } });
      return await settle(value, say('staff.done.roles', { name: nameOf(one) }), () => roles.carryOut({ ...at(one), body: { ...now(one), roles: one.roles } }));
    },
    setSites: async (one, to) => {
      const value = await sites.carryOut({ ...at(one), body: { ...now(one), siteIds: to } });
      return await settle(value, say('staff.done.sites', { name: nameOf(one) }), () => sites.carryOut({ ...at(one), body: { ...now(one), siteIds: one.siteIds } }));
    },
    end: async (one, lastDay) => await settle(await ending(one, lastDay), say('staff.done.end', { name: nameOf(one) }), () => ending(one, one.endedOn)),
    bringBack: async (one) => await settle(await ending(one, null), say('staff.done.back', { name: nameOf(one) }), () => ending(one, one.endedOn)),
    addCredential: async (one, credential) => {
      const value = await add.carryOut({ ...at(one), body: credential });
      return await settle(value, say('staff.done.credential', { kind: credential.kind }), () => taking(value?.credentialId ?? '', true));
    },
    endCredential: async (credential) => await settle(await taking(credential.id, true), say('staff.done.credential-off', { kind: credential.kind }), () => taking(credential.id, false)),
  };
}
