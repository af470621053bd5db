/** A tablet is added or changed at the side, and its code is shown there once. */
import { useState } from 'react';
import { addTablet, changeTablet, issueTabletCode } from '../../modules/tablets/contract.ts';
import { ActForm, CheckField, ChoiceField, TextField, useFields } from '../kit/fields.tsx';
import { Notice } from '../kit/Notice.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useAct } from '../kit/use-act.ts';
import { useWords } from '../kit/words.tsx';
import { CodeShown } from '../program/CodeShown.tsx';
import type { Handed } from '../program/CodeShown.tsx';
import type { ShownTablet, TabletBoard } from './tablets.ts';
import { STALE_TABLETS } from './tablets.ts';

/** `/tablet` is where a tablet lives. */
const addressOfTablet = (): string => `${location.host}/tablet`;

export function TabletPanel({ board, tablet, close }: { board: TabletBoard; tablet: ShownTablet | null; close: () => void }) {
  const { say } = useWords();
  const [adding, changing, issuing] = [useAct(addTablet, STALE_TABLETS), useAct(changeTablet, STALE_TABLETS), useAct(issueTabletCode, STALE_TABLETS)];
  const [handed, setHanded] = useState<Handed | null>(null);
  const [added, setAdded] = useState(false);
  const { values, set, setValues } = useFields({ name: tablet?.name ?? '', roomId: tablet?.roomId ?? '', listsNames: tablet?.listsNames ?? false });
  const send = async (): Promise<void> => {
    const said = { name: values.name, roomId: values.roomId === '' ? null : values.roomId, listsNames: values.listsNames };
    if (tablet !== null) {
      if (await changing.carryOut({ params: { tabletId: tablet.id }, body: { ...said, version: tablet.version } }) !== null) close();
      return;
    }
    const made = await adding.carryOut({ params: { siteId: board.site.id }, body: said });
    if (made === null) return;
    setAdded(true);
    setHanded(await issuing.carryOut({ params: { tabletId: made.tabletId } }));
  };
  if (added) {
    return (
      <SidePanel title={say('access.code', { name: values.name })} close={close}>
        <Notice tone="moss" sentence={say('tablets.added', { name: values.name })} />
        {issuing.answer !== null && <RefusalNotice answer={issuing.answer} />}
        {handed !== null && <CodeShown handed={handed} what={say('access.code.tablet', { address: addressOfTablet() })} timeZone={board.site.timeZone} done={close} />}
      </SidePanel>
    );
  }
  return (
    <SidePanel title={tablet === null ? say('tablets.add.title', { site: board.site.name }) : say('tablets.change.title', { name: tablet.name })} close={close}>
      <ActForm act={tablet === null ? adding : changing} label={say(tablet === null ? 'tablets.add.act' : 'tablets.keep')} submit={() => { void send(); }}>
        <TextField label={say('tablets.name')} hint={say('tablets.name.hint')} value={values.name} set={set('name')} max={80} required />
        <ChoiceField label={say('tablets.room')} value={values.roomId} set={(roomId) => setValues((now) => ({ ...now, roomId, listsNames: roomId !== '' && now.listsNames }))}
          options={[{ value: '', label: say('tablets.room.none') }, ...board.rooms.map((room) => ({ value: room.id, label: room.name }))]} />
        {values.roomId !== '' && <div><CheckField label={say('tablets.lists')} value={values.listsNames} set={set('listsNames')} /><p className="sm dim">{say('tablets.lists.hint')}</p></div>}
      </ActForm>
    </SidePanel>
  );
}

export function TabletCodePanel({ board, tablet, close }: { board: TabletBoard; tablet: ShownTablet; close: () => void }) {
  const { say } = useWords();
  const issuing = useAct(issueTabletCode, STALE_TABLETS);
  const [handed, setHanded] = useState<Handed | null>(null);
  const send = async (): Promise<void> => setHanded(await issuing.carryOut({ params: { tabletId: tablet.id } }));
  return (
    <SidePanel title={say('access.code', { name: tablet.name })} close={close}>
      {handed === null
        ? <ActForm act={issuing} label={say('access.make')} submit={() => { void send(); }}><p>{say('tablets.code.say')}</p>{tablet.codeOpenUntil !== null && <p className="dim">{say('access.make.instead')}</p>}</ActForm>
        : <CodeShown handed={handed} what={say('access.code.tablet', { address: addressOfTablet() })} timeZone={board.site.timeZone} done={close} />}
    </SidePanel>
  );
}
