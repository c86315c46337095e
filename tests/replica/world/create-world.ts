import type { NotePlan } from '../types';
import { createAuthor } from './create-author';
import { createNote, type NoteExtras } from './create-note';
import { createNoteShelves } from './create-note-shelves';
import { createRandom, seedOf } from './random';
import { createHostilePeople, createStandardNotes } from './standard-notes';
import type { World, WorldAuthor, WorldNote } from './types';

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
    ...plans.map((plan) => createNote(seed, plan, writers, authorOf(plan, people))),
  ];
  const authors = [...people, ...hostilePeople];
  const authorById = new Map(authors.map((author) => [author.userId, author]));
  const noteByName = new Map<string, WorldNote>();
  for (const note of notes) {
    noteByName.set(note.noteId, note);
    noteByName.set(note.key, note);
  }
  const shelves = createNoteShelves(seed, notes);
  return {
    seed,
    authors,
    notes,
    topics: shelves.topics,
    findNote: (noteIdOrKey) => noteByName.get(noteIdOrKey),
    findAuthor: (userId) => authorById.get(userId),
    findTopic: shelves.findTopic,
    postedBy: shelves.postedBy,
    favedBy: shelves.favedBy,
  };
}

function authorOf(plan: NotePlan, people: readonly WorldAuthor[]): NoteExtras {
  const author = plan.author === undefined ? undefined : people[plan.author];
  return author === undefined ? {} : { author };
}
