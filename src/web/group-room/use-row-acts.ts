/** What can be done with a row, and where the focus goes with it. */
import { useEffect } from 'react';
import { SHARED } from './use-drafts.ts';
import type { Drafts } from './use-drafts.ts';
import type { RowActs } from './PersonRow.tsx';
import { focusSoon } from './use-room-keys.ts';
import type { useSeen } from './use-seen.ts';
import type { Signing } from './use-sign.ts';

type Given = { drafts: Drafts; show: (id: string | null) => void; holdOut: (id: string) => void; eye: ReturnType<typeof useSeen>; begin: () => void; reload: () => void };

export function rowActs({ drafts: { desk }, show, holdOut, eye, begin, reload }: Given): RowActs {
  /* The pressed button goes with the choice; the focus goes to what was chosen. */
  const settle = (id: string, choose: () => void): void => {
    choose();
    focusSoon(id === SHARED ? 'shared-topic' : document.getElementById(`sentence-${id}`) === null ? `row-${id}` : `sentence-${id}`);
  };
  return {
    open: (id) => {
      show(id);
      if (id !== null) focusSoon(`row-${id}`);
    },
    /* Enter on the name of the open row is the next step, not a step back; Escape closes. A press where the sentence stands writes it. */
    write: (id) => {
      show(id);
      focusSoon(`sentence-${id}`);
    },
    change: (id, part) => {
      begin();
      desk.type(id, part);
    },
    holdOut, reload, watch: eye.watch, look: eye.look,
    keepMine: (id) => settle(id, () => desk.keepMine(id)), takeTheirs: (id) => settle(id, () => desk.takeTheirs(id)),
  };
}

/** The row that was signed has nothing left to press: the focus goes to the sign bar. */
export function useFocusAfterSigning(done: Signing['done']): void {
  useEffect(() => { if (done !== null && document.activeElement === document.body) focusSoon('sign-act'); }, [done]);
}
