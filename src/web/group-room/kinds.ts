/** In which words the room speaks: to a group, to one person, to a couple, to a family. */
import type { SessionType } from '../../modules/sessions/words.ts';
import type { WordId } from '../words/en.ts';

type SharedWords = { title: WordId; say: WordId; topic: WordId; names: WordId };

const GROUP: SharedWords = { title: 'shared.title', say: 'shared.say', topic: 'shared.topic', names: 'shared.no-names' };
const TOGETHER = { title: 'shared.one.title', topic: 'shared.one.topic' } as const;
const ONE: SharedWords = { ...TOGETHER, say: 'shared.one.say', names: 'shared.one.names' };

const SHARED: Readonly<Record<SessionType, SharedWords>> = {
  group: GROUP, 'peer-support': GROUP, individual: ONE, 'medication-visit': ONE,
  couple: { ...TOGETHER, say: 'shared.couple.say', names: 'shared.couple.names' },
  family: { ...TOGETHER, say: 'shared.family.say', names: 'shared.family.names' },
};

export function isGroup(type: SessionType): boolean {
  return type === 'group' || type === 'peer-support';
}

/** Where there is one note, what is said once is said of that person. */
export function sharedWords(type: SessionType, notes: number): SharedWords {
  return isGroup(type) || notes !== 1 ? SHARED[type] : ONE;
}
