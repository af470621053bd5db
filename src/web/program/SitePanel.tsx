/** A site is added or changed: what it is called, by which clock it lives, how it is reached. */
import { addSite, changeSite } from '../../modules/program/ground.contract.ts';
import type { TimeZone } from '../../values/civil-date.ts';
import { ActForm, ChoiceField, NumberField, TextField, useFields } from '../kit/fields.tsx';
import { SidePanel } from '../kit/SidePanel.tsx';
import { useWords } from '../kit/words.tsx';
import type { SiteRow } from './ground.ts';
import { Stands } from './Stands.tsx';
import { useSettingAct } from './use-setting-act.ts';
import { zonesWith } from './zones.ts';

type Values = { name: string; timeZone: string; telephone: string; address: string; graceMinutes: number | null };
const FRESH = { name: '', telephone: '', address: '', graceMinutes: 20 };
const valuesOf = ({ name, timeZone, telephone, address, graceMinutes }: SiteRow): Values => ({ name, timeZone, telephone, address, graceMinutes });

/** `site` is null for a new one; `zone` is where another site of the organization is. */
export function SitePanel({ site, zone, close }: { site: SiteRow | null; zone: string; close: () => void }) {
  const { say } = useWords();
  const { values, set, setValues } = useFields<Values>(site === null ? { ...FRESH, timeZone: zone } : valuesOf(site));
  const [adding, changing] = [useSettingAct(addSite), useSettingAct(changeSite)];
  const act = site === null ? adding : changing;
  const submit = async (): Promise<void> => {
    const body = { ...values, timeZone: values.timeZone as TimeZone, graceMinutes: values.graceMinutes ?? 0 };
    const got = site === null ? await adding.carryOut({ body }) : await changing.carryOut({ params: { siteId: site.id }, body: { ...body, version: site.version } });
    if (got !== null) close();
  };
  return (
    <SidePanel title={site === null ? say('site.add') : say('site.change', { name: site.name })} close={close}>
      <ActForm act={act} label={say(site === null ? 'site.add.act' : 'site.keep')} submit={() => { void submit(); }}>
        {site === null && <p>{say('site.add.say')}</p>}
        <TextField label={say('ground.name')} hint={say('site.name.hint')} required value={values.name} set={set('name')} max={80} />
        {site?.isZoneFixed === true
          ? <p className="sm dim">{say('site.zone.stays', { zone: site.timeZone })}</p>
          : <ChoiceField label={say('site.zone')} hint={say('site.zone.hint')} value={values.timeZone} set={set('timeZone')} options={zonesWith(values.timeZone).map((one) => ({ value: one, label: one.replaceAll('_', ' ') }))} />}
        <TextField label={say('site.telephone')} hint={say('site.telephone.hint')} type="tel" value={values.telephone} set={set('telephone')} max={40} />
        <TextField label={say('site.address')} lines={2} value={values.address} set={set('address')} max={300} />
        <NumberField label={say('site.grace')} hint={say('site.grace.hint')} required value={values.graceMinutes} set={set('graceMinutes')} least={0} most={240} />
        {site !== null && <Stands answer={act.answer} take={() => { setValues(valuesOf(site)); act.forget(); }} stands={[site.name, site.timeZone, site.telephone, site.address, say('minutes', { minutes: site.graceMinutes })].filter((one) => one !== '').join(', ')} />}
      </ActForm>
    </SidePanel>
  );
}
