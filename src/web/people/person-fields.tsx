/** The fields of what is written about a person: the same when somebody is entered and when it changes. */
import { CONTACT_WAYS } from '../../modules/people/words.ts';
import type { ContactWay } from '../../modules/people/words.ts';
import type { PersonDetails } from '../../modules/people/participants.contract.ts';
import type { CivilDate } from '../../values/civil-date.ts';
import { CheckField, ChoiceField, Pair, TextField } from '../kit/fields.tsx';
import { useWords } from '../kit/words.tsx';
import { languageText } from './texts.ts';

/** Until somebody asks, nobody knows which way is safe: it starts empty. */
export type DetailFields = Omit<PersonDetails, 'birthDate' | 'contactBy'> & { birthDate: string; contactBy: ContactWay | '' };
export const NOTHING: DetailFields = {
  legalGivenName: '', legalFamilyName: '', chosenName: '', pronouns: '', participantNumber: '', birthDate: '', language: 'en',
  telephone: '', email: '', contactBy: '', mayLeaveMessage: false, contactNote: '',
};

/** Spoken most in the United States after English (American Community Survey 2023, table B16001), and American Sign Language. */
const LANGUAGES = ['en', 'es', 'zh', 'tl', 'vi', 'ar', 'fr', 'ko', 'pt', 'ru', 'ht', 'hi', 'de', 'pl', 'so', 'ase'];

/** Null while no safe way is chosen. */
export function asDetails({ birthDate, contactBy, ...rest }: DetailFields): PersonDetails | null {
  return contactBy === '' ? null : { ...rest, contactBy, birthDate: birthDate === '' ? null : birthDate as CivilDate };
}

type Props = { values: DetailFields; set: <Key extends keyof DetailFields>(key: Key) => (value: DetailFields[Key]) => void; numberIsMade: boolean };

export function PersonFields({ values, set, numberIsMade }: Props) {
  const { say, language } = useWords();
  const languages = LANGUAGES.includes(values.language) ? LANGUAGES : [values.language, ...LANGUAGES];
  return (
    <>
      <Pair>
        <TextField label={say('details.given')} value={values.legalGivenName} set={set('legalGivenName')} required={values.legalFamilyName.trim() === ''} />
        <TextField label={say('details.family')} value={values.legalFamilyName} set={set('legalFamilyName')} required={values.legalGivenName.trim() === ''} />
      </Pair>
      <TextField label={say('details.chosen')} hint={say('details.chosen.hint')} value={values.chosenName} set={set('chosenName')} />
      <Pair>
        <TextField label={say('details.pronouns')} value={values.pronouns} set={set('pronouns')} max={100} />
        <TextField label={say('details.birth')} type="date" value={values.birthDate} set={set('birthDate')} />
      </Pair>
      <Pair>
        <TextField label={say('details.number')} hint={numberIsMade ? say('details.number.hint') : undefined} value={values.participantNumber} set={set('participantNumber')} max={64} required={!numberIsMade} />
        <ChoiceField label={say('details.language')} value={values.language} set={set('language')} options={languages.map((tag) => ({ value: tag, label: languageText(language, tag) }))} />
      </Pair>
      <Pair>
        <TextField label={say('details.telephone')} type="tel" value={values.telephone} set={set('telephone')} max={40} />
        <TextField label={say('details.email')} type="email" value={values.email} set={set('email')} />
      </Pair>
      <ChoiceField<ContactWay | ''> label={say('details.reach')} hint={values.contactBy === '' ? say('details.reach.hint') : undefined} required value={values.contactBy} set={set('contactBy')}
        options={[...(values.contactBy === '' ? [{ value: '' as const, label: say('choose') }] : []), ...CONTACT_WAYS.map((way) => ({ value: way, label: say(`reach.${way}`) }))]} />
      <CheckField label={say('details.message')} value={values.mayLeaveMessage} set={set('mayLeaveMessage')} />
      <TextField label={say('details.note')} hint={say('details.note.hint')} value={values.contactNote} set={set('contactNote')} lines={2} max={500} />
    </>
  );
}
