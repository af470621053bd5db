/** Staff: who works here with roles, sites and credentials; what is changed about one person opens at the side. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { readStaff } from '../../boards/staff/staff.contract.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { Sentences, useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import { HirePanel } from './HirePanel.tsx';
import { SettingsPage } from './SettingsPage.tsx';
import { StaffPanel } from './StaffPanel.tsx';
import { StaffTable } from './StaffTable.tsx';
import { openingOf } from './staff.ts';
import { useStaffActs } from './use-staff-acts.ts';
import styles from './staff.module.css';
import frame from './program.module.css';

function StaffBlank() {
  const { say } = useWords();
  return (
    <Waiting said={say('waiting')}>
      <p className={frame.say}><Blank width={420} height={20} /></p>
      {Array.from({ length: 6 }, (_, row) => <p key={row} className={styles.blank}><Blank width={160} /><Blank width={120} /><Blank width={140} /></p>)}
    </Waiting>
  );
}

function StaffList() {
  const { say } = useWords();
  const mayChange = useMe().may('staff.change');
  const staff = useQuery(useMemo(() => reading(readStaff, {}), []));
  const acts = useStaffActs();
  const [open, setOpen] = useState<string | null>(null);
  const shown = staff.data;
  const chosen = shown?.staff.find((one) => one.id === open);
  const turnTo = (which: string | null): void => {
    acts.forget();
    setOpen(which);
  };
  if (shown === undefined) return staff.error === null ? <StaffBlank /> : <UnreadNotice error={staff.error} again={() => { void staff.refetch(); }} />;
  return (
    <>
      <p className={frame.say}><Sentences said={openingOf(shown)} /></p>
      {mayChange && <p className={styles.first}><button type="button" className={open === null ? 'btn go' : 'btn'} onClick={() => turnTo('new')}>{say('staff.add')}</button></p>}
      {open === null && acts.refused !== null && <RefusalNotice answer={acts.refused} />}
      <StaffTable staff={shown} open={mayChange ? turnTo : null} bringBack={mayChange ? (one) => { void acts.bringBack(one); } : null} />
      {open === 'new' && <HirePanel sites={shown.sites} today={shown.today} close={() => turnTo(null)} />}
      {chosen !== undefined && <StaffPanel key={chosen.id} colleague={chosen} staff={shown} acts={acts} close={() => turnTo(null)} />}
      {acts.toast}
    </>
  );
}

export function StaffPage() {
  return <SettingsPage page="program.staff"><StaffList /></SettingsPage>;
}
