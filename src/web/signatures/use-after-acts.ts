/** Acts on signed notes, and the reads that each makes stale; after a refusal they are read again, so that the next try is about what stands. */
import { useQueryClient } from '@tanstack/react-query';
import { readAfterSigning, readNote, readSignatures, readToCoSign } from '../../boards/notes/signatures.contract.ts';
import { addAddendum, answerForAuthor, returnNote, reviewNotes } from '../../modules/notes/after.contract.ts';
import type { Offline, Refused } from '../call.ts';
import { useAct } from '../kit/use-act.ts';
import type { NoteAfter } from './waiting.ts';

const STALE = [readSignatures, readToCoSign, readAfterSigning, readNote].map((contract) => contract.name);

export type AfterActs = {
  coSign(notes: readonly NoteAfter[]): Promise<boolean>;
  giveBack(note: NoteAfter, reason: string): Promise<boolean>;
  add(note: NoteAfter, kind: 'addendum' | 'answer' | 'instead', text: string): Promise<boolean>;
  busy: boolean;
  refused: Refused | Offline | null;
  forget(): void;
};

export function useAfterActs(): AfterActs {
  const client = useQueryClient();
  const [review, giving, adding, answering] = [useAct(reviewNotes, STALE), useAct(returnNote, STALE), useAct(addAddendum, STALE), useAct(answerForAuthor, STALE)];
  const all = [review, giving, adding, answering];
  const settle = async (value: unknown): Promise<boolean> => {
    if (value === null) await Promise.all(STALE.map((name) => client.invalidateQueries({ queryKey: [name] })));
    return value !== null;
  };
  return {
    busy: all.some((act) => act.busy),
    refused: all.find((act) => act.answer !== null)?.answer ?? null,
    forget: () => { for (const act of all) act.forget(); },
    coSign: async (notes) => await settle(await review.carryOut({ body: { kind: 'co-signed', notes: notes.map((note) => ({ noteId: note.noteId, addendaSeen: note.addenda.length })) } })),
    giveBack: async (note, reason) => await settle(await giving.carryOut({ params: { noteId: note.noteId }, body: { addendaSeen: note.addenda.length, reason } })),
    add: async (note, kind, text) => {
      const params = { noteId: note.noteId };
      return await settle(kind === 'instead' ? await answering.carryOut({ params, body: { text } }) : await adding.carryOut({ params, body: { kind, text } }));
    },
  };
}
