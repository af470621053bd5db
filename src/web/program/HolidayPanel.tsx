/** A holiday is added: which day, what it is called, at which site or at all. */
import type { SiteId } from '../../modules/program/words.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { ActForm, ChoiceField, TextField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useWords } from '../kit/words.tsx';
import { standing } from './ground.ts';
import type { SiteRow } from './ground.ts';
import type { HolidayActs } from './use-holidays.tsx';

export function HolidayPanel({ sites, acts, close }: { sites: readonly SiteRow[]; acts: HolidayActs; close: () => void }) {
  const { say } = useWords();
  const { values, set } = useFields<{ date: string; name: string; siteId: string }>({ date: '', name: '', siteId: '' });
  const submit = async (): Promise<void> => {
    const siteId = values.siteId === '' ? null : values.siteId as SiteId;
    if (await acts.add({ date: values.date as CivilDate, name: values.name, siteId })) close();
  };
  return (
    <SidePanel title={say('holiday.add')} close={close}>
      <ActForm act={{ busy: acts.busy, answer: acts.adding }} label={say('holiday.add.act')} submit={() => { void submit(); }}>
        <TextField label={say('holiday.date')} type="date" required value={values.date} set={set('date')} />
        <TextField label={say('holiday.name')} required value={values.name} set={set('name')} max={80} />
        <ChoiceField label={say('holiday.where')} value={values.siteId} set={set('siteId')} options={[{ value: '', label: say('holiday.all-sites') }, ...standing(sites).map((site) => ({ value: site.id, label: site.name }))]} />
        <p className="sm dim">{say('holiday.add.say')}</p>
      </ActForm>
    </SidePanel>
  );
}
