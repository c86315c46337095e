import type { NotePlan } from '../types';
import { createAuthor } from './create-author';
import { createNote } from './create-note';
import { createRandom, seedOf } from './random';
import { createHostilePeople, createStandardNotes } from './standard-notes';
import type { World, WorldNote } from './types';

const PEOPLE = 300;

/**
 * A world of invented people and notes. Same seed and plans, same world: ids, texts, times, counts. Comments come
 * into being when a note's `comments` are first read. The first two people are those who can be logged in; the note
 * `own` is by the first.
 */
export function createWorld(seed: number, plans: readonly NotePlan[] = []): World {
  const random = createRandom(seedOf(seed, 'people'));
  const people = Array.from({ length: PEOPLE }, () => createAuthor(random));
  const writers = people.slice(2);
  const hostilePeople = createHostilePeople(seed);
  const [member] = people;
  const own = { key: 'own', title: '记录一下最近的早餐', topLevelComments: 8 };
  const notes = [
    createNote(seed, own, writers, { packIndex: 3, ...(member === undefined ? {} : { author: member }) }),
    ...createStandardNotes(seed, writers, hostilePeople),
    ...plans.map((plan) => createNote(seed, plan, writers)),
  ];
  const authors = [...people, ...hostilePeople];
  const authorById = new Map(authors.map((author) => [author.userId, author]));
  const noteByName = new Map<string, WorldNote>();
  for (const note of notes) {
    noteByName.set(note.noteId, note);
    noteByName.set(note.key, note);
  }
  return {
    seed,
    authors,
    notes,
    findNote: (noteIdOrKey) => noteByName.get(noteIdOrKey),
    findAuthor: (userId) => authorById.get(userId),
  };
}
