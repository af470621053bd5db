/** Words of one area in English: the notes of one person, read and printed. */
export const personNotesWords = {
};
