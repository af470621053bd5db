/** A room is added to a site, or renamed. */
import { addRoom, changeRoom } from '../../modules/program/ground.contract.ts';
import { useWords } from '../kit/words.tsx';
import type { RoomRow, SiteRow } from './ground.ts';
import { NamePanel } from './NamePanel.tsx';
import { useSettingAct } from './use-setting-act.ts';

export function RoomPanel({ site, room, close }: { site: SiteRow; room: RoomRow | null; close: () => void }) {
  const { say } = useWords();
  const [adding, changing] = [useSettingAct(addRoom), useSettingAct(changeRoom)];
  const save = async (name: string): Promise<void> => {
    const got = room === null ? await adding.carryOut({ params: { siteId: site.id }, body: { name } }) : await changing.carryOut({ params: { roomId: room.id }, body: { version: room.version, name } });
    if (got !== null) close();
  };
  return (
    <NamePanel title={room === null ? say('room.add.title', { site: site.name }) : say('room.rename', { name: room.name })} label={say(room === null ? 'room.add.act' : 'room.keep')} hint={say('room.name.hint')}
      name={room?.name ?? ''} act={room === null ? adding : changing} save={(name) => { void save(name); }} close={close} />
  );
}
