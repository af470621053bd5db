/** Words of one area in English: the search by name, birth date and number. */
export const searchWords = {
};
