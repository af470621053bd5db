/** Spanish words for the ground of a program: settings, curricula, days without sessions; refusals of these contracts too. */
import type { groundWords as english } from './en-ground.ts';

export const groundWords: Record<keyof typeof english, string> = {
  'refusal.name-taken.sentence': 'Ya hay uno con este nombre.',
  'refusal.name-taken.way': 'Elija otro nombre; uno que terminó se puede recuperar con el suyo.',
  'refusal.day-taken.sentence': 'Ese día ya es feriado ahí.',
  'refusal.day-taken.way': 'Mire la lista; no hace falta nada más.',
  'refusal.still-in-use.sentence': 'Todavía está en uso.',
  'refusal.still-in-use.way': 'Cambie o termine primero lo que lo usa.',
  'refusal.last-site.sentence': 'Esta es la única sede.',
  'refusal.last-site.way': 'Agregue primero otra sede.',
  'refusal.zone-fixed.sentence': 'Se planearon sesiones con el reloj de esta sede, por eso su zona horaria se queda.',
  'refusal.zone-fixed.way': 'Agregue una sede nueva con la otra zona y termine esta.',
  'refusal.kind-fixed.sentence': 'Ya ingresaron personas a este programa, por eso se quedan su población, su especialidad y su nivel.',
  'refusal.kind-fixed.way': 'Agregue a su lado un programa nuevo.',
};
