/** Words of one area in English: supporters: permissions to attend and visits. */
export const supportersWords = {
};
