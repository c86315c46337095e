import { createNews } from '../../lib/create-news';

/** Told of every word of a page that loads its comments, by the tab's id. */
export const loadingNews = createNews();

/** Told whenever comments of a note were stored, by the note's id. */
export const storedNews = createNews();
