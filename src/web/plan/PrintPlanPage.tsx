/** The plan of a person on paper: as it was signed last, or marked as a draft, with lines for the person's signature. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { readPlan, readSignedPlan } from '../../boards/people/plan.contract.ts';
import { readPerson } from '../../boards/people/people.contract.ts';
import type { ParticipantId } from '../../modules/people/words.ts';
import type { PlanContent, SignedPlanId } from '../../modules/plans/words.ts';
import { useMe } from '../app/me.ts';
import { Blank, Waiting } from '../kit/Blank.tsx';
import { Notice } from '../kit/Notice.tsx';
import { NotYours } from '../kit/NotYours.tsx';
import { timeText } from '../kit/times.ts';
import { UnreadNotice } from '../kit/UnreadNotice.tsx';
import { Work } from '../kit/Work.tsx';
import { useWords } from '../kit/words.tsx';
import { Sheet } from '../papers/Sheet.tsx';
import { dayText } from '../people/texts.ts';
import { reading } from '../queries.ts';
import { changesText, signerText } from './plan-words.ts';
import type { PlansRead, Shown, Signed } from './plan-words.ts';
import { WholeContent } from './SignedPlan.tsx';
import styles from './plan.module.css';

const route = getRouteApi('/people/$participantId/plan/paper');

type Record = { name: string; participantNumber: string; birthDate: string | null };

/** What holds now, in the form in which it would be signed. */
function draftOf(plan: Shown): PlanContent {
  const held = <One extends { hasEnded: boolean }>(rows: readonly One[]): One[] => rows.filter((one) => !one.hasEnded);
  return { goals: held(plan.goals).map((goal) => ({ ...goal, objectives: held(goal.objectives), interventions: held(goal.interventions) })) };
}

function Facts({ person, plan, signed }: { person: Record; plan: Pick<Shown, 'programName' | 'today' | 'dueOn' | 'timeZone'>; signed: Signed | null }) {
  const { say, language } = useWords();
  /* A record says the year of every day. */
  const whole = (day: string): string => dayText(language, day, '');
  const next = signed?.nextReviewOn ?? plan.dueOn;
  const rows = [
    [say('goals.paper.number'), person.participantNumber], [say('goals.paper.born'), person.birthDate === null ? say('goals.paper.unknown') : whole(person.birthDate)], [say('goals.paper.program'), plan.programName],
    ...(next === null ? [] : [[say('goals.paper.next'), whole(next)]]),
    ...(signed === null ? [] : [[say('goals.paper.no'), say('goals.paper.no.said', { no: signed.no })],
      [say('goals.paper.by'), `${signerText(signed.author)}, ${whole(signed.signedOn)}, ${timeText(language, plan.timeZone, signed.signedAt)}`], [say('goals.paper.says'), say(`goals.says.${signed.agreement}`)]]),
    ...(signed?.coSigned == null ? [] : [[say('goals.paper.co-signed'), `${signerText(signed.coSigned)}, ${whole(signed.coSigned.on)}`]]),
  ] as const;
  return <dl className={styles.facts}>{rows.map(([word, text]) => <div key={word}><dt>{word}</dt><dd>{text}</dd></div>)}</dl>;
}

/** A paper that is not what holds now says so itself: it outlives the page it was printed from. */
function Since({ plan, signed }: { plan: Shown; signed: Signed }) {
  const { say, language } = useWords();
  const [newest] = plan.signed;
  if (newest !== undefined && newest.no > signed.no) return <p className={styles.mark}>{say('goals.paper.newer', { no: newest.no, day: dayText(language, newest.signedOn, '') })}</p>;
  return plan.changes.length === 0 ? null : <p className={styles.mark}>{say('goals.paper.changed', { changes: changesText(say, plan.changes) })}</p>;
}

type PaperProps = { participantId: ParticipantId; asOf: string; plan: Shown; signed: Signed | null; person: Record; content: PlanContent };

function Paper({ participantId, asOf, plan, signed, person, content }: PaperProps) {
  const { say, language } = useWords();
  const back = <Link className="lk" to="/people/$participantId/plan" params={{ participantId }}>{say('goals.paper.back')}</Link>;
  const when = say(signed === null ? 'goals.paper.draft' : 'goals.paper.signed', { day: dayText(language, signed?.signedOn ?? plan.today, '') });
  return (
    <Sheet what={say('goals.paper.title', { name: person.name })} site={plan.siteName} when={when} asOf={asOf} timeZone={plan.timeZone} back={back}>
      {signed === null && <p className={styles.mark}>{when}</p>}
      {signed !== null && <Since plan={plan} signed={signed} />}
      <Facts person={person} plan={plan} signed={signed} />
      {signed !== null && signed.agreementWords !== '' && <p className={`voice ${styles.quote ?? ''}`}>“{signed.agreementWords}”</p>}
      <WholeContent content={content} today="" at={1} />
      <div className={styles.lines}><p>{say('goals.paper.line.person')}</p><p>{say('goals.paper.line.date')}</p></div>
    </Sheet>
  );
}

function Wait({ error, again }: { error: Error | null; again: () => void }) {
  const { say } = useWords();
  return <Work>{error === null ? <Waiting said={say('waiting')}><p><Blank width="100%" height={300} /></p></Waiting> : <UnreadNotice error={error} again={again} />}</Work>;
}

function SignedPaper({ signedPlanId, plan, asOf, participantId }: { signedPlanId: SignedPlanId; plan: Shown; asOf: string; participantId: ParticipantId }) {
  const read = useQuery(useMemo(() => reading(readSignedPlan, { params: { signedPlanId } }), [signedPlanId]));
  if (read.data === undefined) return <Wait error={read.error} again={() => { void read.refetch(); }} />;
  return <Paper participantId={participantId} asOf={asOf} plan={plan} signed={read.data.signed} person={read.data.person} content={read.data.content} />;
}

function DraftPaper({ plan, asOf, participantId }: { plan: Shown; asOf: string; participantId: ParticipantId }) {
  const read = useQuery(useMemo(() => reading(readPerson, { params: { participantId } }), [participantId]));
  if (read.data === undefined) return <Wait error={read.error} again={() => { void read.refetch(); }} />;
  const { legalGivenName, legalFamilyName, participantNumber, birthDate } = read.data;
  return <Paper participantId={participantId} asOf={asOf} plan={plan} signed={null} person={{ name: `${legalGivenName} ${legalFamilyName}`.trim(), participantNumber, birthDate }} content={draftOf(plan)} />;
}

/** The signed plan that the address names; else that of the placement that goes on, or of the last one; where nothing is signed there must be something to draft. */
function chosen({ asOf, participantId, plans }: PlansRead, asked: string | undefined): ReactNode {
  const [of] = plans.flatMap((plan) => plan.signed.filter((one) => one.signedPlanId === asked).map(({ signedPlanId }) => ({ plan, signedPlanId })));
  if (of !== undefined) return <SignedPaper {...of} asOf={asOf} participantId={participantId} />;
  const [plan] = plans;
  const [signed] = plan?.signed ?? [];
  if (plan === undefined) return null;
  if (signed !== undefined) return <SignedPaper signedPlanId={signed.signedPlanId} plan={plan} asOf={asOf} participantId={participantId} />;
  return plan.goals.some((goal) => !goal.hasEnded) ? <DraftPaper plan={plan} asOf={asOf} participantId={participantId} /> : null;
}

export function PrintPlanPage() {
  const { say } = useWords();
  const participantId = route.useParams().participantId as ParticipantId;
  const { signed: asked } = route.useSearch();
  const allowed = useMe().may('plan.read');
  const read = useQuery({ ...useMemo(() => reading(readPlan, { params: { participantId } }), [participantId]), enabled: allowed });
  if (!allowed) return <Work><NotYours /></Work>;
  if (read.data === undefined) return <Wait error={read.error} again={() => { void read.refetch(); }} />;
  return chosen(read.data, asked) ?? (
    <Work>
      <p><Link className="lk" to="/people/$participantId/plan" params={{ participantId }}>{say('goals.paper.back')}</Link></p>
      <h1>{say('goals.title')}</h1>
      <Notice tone="amber" sentence={say('goals.paper.none')} way={say('goals.paper.none.way')} />
    </Work>
  );
}
