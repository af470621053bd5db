/** Words of one area in Spanish: the search by name, birth date and number. */
import type { searchWords as en } from './en-search.ts';

export const searchWords: Record<keyof typeof en, string> = {
  'find.label': 'Buscar personas, grupos, páginas',
  'find.open': 'Buscar',
  'find.hint': 'Escriba un nombre, una fecha de nacimiento o un número. Los acentos no importan y un error al escribir tampoco.',
  'find.looking': 'Buscando',
  'find.people': 'Personas',
  'find.similar': 'Nombres muy parecidos',
  'find.pages': 'Páginas',
  'find.page.week': 'Horas de la semana',
  'find.page.census': 'Censo',
  'find.born': 'nac. {year}',
  'find.week': '{program}, semana {week}',
  'find.ahead': '{program}, aún por empezar',
  'find.left': '{program}, ya no está',
  'find.waiting': 'espera su ingreso',
  'find.more': 'Hay más personas que coinciden. Escriba más letras del nombre o la fecha de nacimiento.',
  'find.none': 'No se encontró nada con eso.',
  'find.none.way': 'Pruebe con parte del nombre, una fecha de nacimiento como 2/3/1992 o el número de participante. Solo se encuentra a personas de sus sedes y, durante 90 días, a quienes se fueron.',
  'find.found': '{found, plural, =0 {No se encontró nada} one {Hay 1 resultado} other {Hay # resultados}}',
  'key.find': 'buscar personas, grupos, páginas',
};
