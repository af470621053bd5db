/** The curricula that come with the program: structures that are public, titles in our own words, every one to be edited. */
import type { SavedModule } from './modules.ts';

export type FirstCurriculum = { readonly name: string; readonly source: string; readonly modules: readonly Omit<SavedModule, 'id'>[] };

/** Titles in order; one that begins with '>' is where somebody new may begin. */
function course(name: string, source: string, titles: readonly string[]): FirstCurriculum {
  return { name, source, modules: titles.map((title) => ({ title: title.replace(/^> /, ''), isEntryPoint: title.startsWith('> ') })) };
}

const OWN_WORDS = 'Titles are our own; edit them to what you teach.';

/**
 * Counts and order: SAMHSA's public-domain manuals for intensive outpatient treatment of stimulant use (8 sessions on early recovery skills,
 * 12 of family education) as noted in the project's domain facts, section 3.1, where they are marked as not compared with the text; the four
 * families of skills: section 3.3. Open groups begin with whoever comes, so every few sessions there is a place to begin.
 */
export const FIRST_CURRICULA: readonly FirstCurriculum[] = [
  course('Early recovery skills', `Eight sessions, after the public-domain SAMHSA manual (SMA 06-4152); the count was not compared with its text. ${OWN_WORDS}`, [
    '> The first week: stopping, and what helps', 'Knowing what sets it off', '> What the body does in the first weeks', 'Five questions about a craving', '> Filling the empty hours',
    'Feelings and the wish to use', '> Finding people who help', 'A plan for the next month',
  ]),
  course('Relapse prevention', `Sixteen sessions, half of the 32 that the public-domain SAMHSA manual (SMA 06-4152) plans; the count was not compared with its text. ${OWN_WORDS}`, [
    '> Where risk comes from', 'Early signs, and who may say them', 'Payday, parties, Sundays', 'High-risk situations, rehearsed', '> Back at work', 'What guilt is good for', 'A full week and a rested one',
    'Motivation on a bad day', '> Saying it as it is', 'One thing at a time', 'Leaving before it gets hard', 'When a friend still uses', '> Returning to use: the first hour after',
    'Anger and repair', 'Looking after oneself', 'A year from now',
  ]),
  course('Family education', `Twelve sessions, after the public-domain SAMHSA manual (SMA 06-4152); the count was not compared with its text. ${OWN_WORDS}`, [
    '> What happens in the brain', 'What families see first', 'Alcohol and the family', '> Triggers and cravings, seen from outside', 'The stages of getting well', 'What helps and what only feels like help',
    '> Trust, and how it comes back', 'Living with somebody in treatment', 'Opioids and medication', '> Children in the house', 'When it happens again', 'Looking after yourself',
  ]),
  course('Skills of four families', `Twelve sessions over mindfulness, distress tolerance, emotion regulation and interpersonal effectiveness. No worksheet is included; load what you hold a license for. ${OWN_WORDS}`, [
    '> Mindfulness: noticing and naming', 'Mindfulness: without judging', '> Distress: getting through the hour', 'Distress: comfort by the senses', 'Distress: taking things as they are',
    '> Emotions: what they are for', 'Emotions: checking the facts', 'Emotions: acting the other way', 'Emotions: sleep, food, movement', '> People: asking for what you need', 'People: saying no', 'People: keeping self-respect',
  ]),
];
