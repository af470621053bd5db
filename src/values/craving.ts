/** When a craving is told to somebody: it is high, or it rose since the last signed note. The figures are dated rows of the organization. */

export type CravingFigures = { readonly from: number; readonly rise: number };

export type CravingAlert = 'high' | 'rose' | null;

export function cravingAlert(craving: number | null, before: number | null, figures: CravingFigures): CravingAlert {
  if (craving === null) return null;
  if (before !== null && craving - before >= figures.rise) return 'rose';
  return craving >= figures.from ? 'high' : null;
}
