/** Words of one area in English: tasks and contacts of one person, and danger as whoever marked it sees it. */
export const errandsWords = {
};
