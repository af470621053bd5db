/** Words of one area in Spanish: papers of the day: slips, rosters, day sheet. */
import type { papersWords as en } from './en-papers.ts';

export const papersWords: Record<keyof typeof en, string> = {
  'papers.window': 'Papel',
  'papers.print': 'Imprimir',
  'papers.as-of': 'Datos de las {time}, impreso por {name}',
  'key.print': 'Imprimir esta página',
};
