/** Words of one area in Spanish: the page of a person: overview, timeline, what comes next. */
import type { recordWords as en } from './en-record.ts';

export const recordWords: Record<keyof typeof en, string> = {
  'record.tabs': 'Páginas de esta persona',
  'record.tab.overview': 'Resumen',
  'record.tab.hours': 'Horas',
  'record.tab.notes': 'Notas',
  'record.tab.plan': 'Plan',
  'record.tab.contacts': 'Contactos y tareas',
  'record.tab.details': 'Datos',
};
