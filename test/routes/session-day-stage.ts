/** A day that goes otherwise than planned, in few words: hold, hand over, add, split, book; and who then belongs to which session. */
import { pathOf } from '../support/day.ts';
import type { GroupStage } from '../support/groups-stage.ts';
import type { Reply } from '../support/house.ts';

export const outcome = (reply: Reply): string => (reply.status === 200 ? '200' : `${reply.status} ${reply.body.refusal}`);
export const at = (time: string): string => new Date(`2026-11-19T${time}:00-06:00`).toISOString();
/** The furnished session was changed once before. */
export const held = (other: object = {}) => ({ version: 1, endsAt: at('11:00'), breaks: [], reason: 'Fire drill', ...other });
export const who = (stage: GroupStage, ...people: number[]): string[] => people.map((one) => stage.clinic.people[one]?.id ?? '');
export const day = async (stage: GroupStage, sessionId = stage.clinic.sessionId) => (await stage.ask('GET', `/sessions/${sessionId}/day`)).body;
export const minutesOf = async (stage: GroupStage, person: number): Promise<number> => {
  const room = (await stage.ask('GET', pathOf.room(stage.clinic))).body;
  return room.people.find((one: { participantId: string }) => one.participantId === stage.clinic.people[person]?.id).minutes.clinical as number;
};
export const hold = (stage: GroupStage, other: object = {}): Promise<Reply> => stage.ask('POST', `/sessions/${stage.clinic.sessionId}/held`, held(other));
export const handOver = (stage: GroupStage, other: object = {}): Promise<Reply> => stage.ask('POST', `/sessions/${stage.clinic.sessionId}/hand-over`, {
  version: 1, facilitatorId: stage.clinic.staff.counselor.staffId, roomId: stage.clinic.roomId, telehealthLink: '', start: null, reason: 'Sam is ill', ...other,
});
export const added = (stage: GroupStage, other: object = {}) => ({
  sessionType: 'individual', name: 'Individual hour', programId: stage.clinic.programId, date: '2026-11-19', startsAtLocal: '14:00', minutes: 50, breaks: [], roomId: stage.where.roomId,
  telehealthLink: '', facilitatorId: stage.facilitatorId, capacity: 1, participantIds: who(stage, 0), ...other,
});
export const add = (stage: GroupStage, other: object = {}): Promise<Reply> => stage.ask('POST', `/sites/${stage.clinic.siteId}/sessions`, added(stage, other));
export const split = (stage: GroupStage, people: readonly string[], other: object = {}): Promise<Reply> => stage.ask('POST', `/sessions/${stage.clinic.sessionId}/split`, {
  roomId: stage.where.roomId, telehealthLink: '', facilitatorId: stage.facilitatorId, participantIds: people, reason: 'Eleven came', ...other,
});
export const book = (stage: GroupStage, sessionId: string, person: number, isMakeUp = false): Promise<Reply> => stage.ask('POST', `/sessions/${sessionId}/bookings`, { participantId: who(stage, person)[0], isMakeUp });

/** Who belongs to a session, by the number of the person and the number of the seat. */
export async function rosterOf(stage: GroupStage, sessionId: string): Promise<string[]> {
  const { people } = await day(stage, sessionId);
  return people.map((one: { participantId: string; seatNo: number | null }) => `${stage.clinic.people.findIndex((person) => person.id === one.participantId) + 1}@${one.seatNo}`);
}
