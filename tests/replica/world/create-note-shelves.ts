import { createHexId } from './hex-id';
import { createRandom, seedOf } from './random';
import type { World, WorldNote, WorldTopic } from './types';

const TOPIC_MADE_AT = Date.UTC(2019, 5, 1);

type NoteShelves = Pick<World, 'topics' | 'findTopic' | 'postedBy' | 'favedBy'>;

/** The world's notes by topic, by author and by who has collected them. All from seeds of their own. */
export function createNoteShelves(seed: number, notes: readonly WorldNote[]): NoteShelves {
  const shown = notes.filter((note) => note.standing === 'public').toSorted((a, b) => b.time - a.time);
  const names = [...new Set(shown.flatMap((note) => note.tags.map((tag) => tag.name)))];
  const topics = names.map((name) => createTopic(seed, name, shown));
  const topicByName = new Map<string, WorldTopic>();
  for (const topic of topics) {
    topicByName.set(topic.pageId, topic);
    topicByName.set(topic.name, topic);
  }
  return {
    topics,
    findTopic: (pageIdOrName) => topicByName.get(pageIdOrName),
    postedBy: (userId) => shown.filter((note) => note.author.userId === userId),
    favedBy: (userId) => pickFaved(seed, userId, shown),
  };
}

function createTopic(seed: number, name: string, shown: readonly WorldNote[]): WorldTopic {
  const random = createRandom(seedOf(seed, 'topic', name));
  return {
    pageId: createHexId(random, TOPIC_MADE_AT + random.between(0, 365 * 86_400_000)),
    name,
    views: random.between(100_000, 4_000_000_000),
    discussions: random.between(1_000, 9_000_000),
    notes: shown.filter((note) => note.tags.some((tag) => tag.name === name)),
  };
}

/** One person in four keeps the collection to themselves; the others have collected about every second note. */
function pickFaved(seed: number, userId: string, shown: readonly WorldNote[]): readonly WorldNote[] {
  const random = createRandom(seedOf(seed, 'faved', userId));
  if (random.chance(0.25)) return [];
  return shown.filter((note) => note.author.userId !== userId && random.chance(0.5));
}
