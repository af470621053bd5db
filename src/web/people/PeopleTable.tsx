/** Who is in the program: a ruled table, on a phone one block of lines for each person. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { listedPerson } from '../../boards/people/people.contract.ts';
import { useWords } from '../kit/words.tsx';
import type { WordId } from '../words/en.ts';
import styles from './people.module.css';
import { dayText } from './texts.ts';

export type Listed = z.output<typeof listedPerson>;
const COLUMNS = ['roll.name', 'roll.born', 'roll.program', 'roll.track', 'roll.level', 'roll.week', 'roll.phase', 'roll.counselor', 'roll.seats'] as const satisfies readonly WordId[];

function Cell({ word, children }: { word: WordId; children: ReactNode }) {
  const { say } = useWords();
  if (children === null) return <td />;
  return <td><span className={styles.label} aria-hidden="true">{say(word)} </span>{children}</td>;
}

export function PeopleTable({ people, today }: { people: readonly Listed[]; today: string }) {
  const { say, language } = useWords();
  const weekOf = ({ week, weeks, admittedOn }: Listed): string => (week === null ? say('roll.from', { day: dayText(language, admittedOn, today) }) : weeks === null ? String(week) : say('roll.week-of', { week, weeks }));
  return (
    <table className={styles.list} aria-label={say('roll.table')}>
      <thead><tr>{COLUMNS.map((word) => <th key={word} scope="col">{say(word)}</th>)}</tr></thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.episodeId}>
            <th scope="row"><Link to="/people/$participantId" params={{ participantId: person.participantId }}>{person.displayName}</Link></th>
            <Cell word="roll.born">{person.birthYear}</Cell>
            <Cell word="roll.program">{person.programName}</Cell>
            <Cell word="roll.track">{person.trackName}</Cell>
            <Cell word="roll.level">{person.level === null ? null : say(`care.${person.level}`)}</Cell>
            <Cell word="roll.week">{weekOf(person)}</Cell>
            <Cell word="roll.phase">{person.phaseName}</Cell>
            <Cell word="roll.counselor">{person.counselorName}</Cell>
            <Cell word="roll.seats">{person.seats}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
