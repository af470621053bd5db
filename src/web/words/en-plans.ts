/** Words of one area in English: plans: goals, objectives, interventions, reviews, signatures. */
export const plansWords = {
};
