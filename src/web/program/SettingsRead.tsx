/** The settings, read once for every page that shows a part of them: blanks while they come, why when they do not. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { readSettings } from '../../boards/program/settings.contract.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { useWords } from '../kit/words.tsx';
import { reading } from '../queries.ts';
import type { Settings } from './ground.ts';
import frame from './program.module.css';

export function LinesBlank() {
  const { say } = useWords();
  return (
    <Waiting said={say('waiting')}>
      <p className={frame.say}><Blank width={460} height={20} /></p>
      {Array.from({ length: 5 }, (_, row) => <p key={row}><Blank width={320} height={40} /></p>)}
    </Waiting>
  );
}

export function SettingsRead({ children }: { children: (settings: Settings) => ReactNode }) {
  const settings = useQuery(useMemo(() => reading(readSettings, {}), []));
  if (settings.data !== undefined) return children(settings.data);
  return settings.error === null ? <LinesBlank /> : <UnreadNotice error={settings.error} again={() => { void settings.refetch(); }} />;
}
