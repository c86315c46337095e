import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { toCountText } from '../../replica/server/count-text';
import { createWorld } from '../../replica/world/create-world';
import type { WorldComment, WorldNote } from '../../replica/world/types';

function getNote(key: string, seed = 1): WorldNote {
  const note = createWorld(seed).findNote(key);
  if (note === undefined) throw new Error(`no note ${key}`);
  return note;
}

function flatten(note: WorldNote): readonly WorldComment[] {
  return note.comments.flatMap((root) => [root, ...root.replies]);
}

function digestOf(seed: number): string {
  return createHash('sha256')
    .update(JSON.stringify(createWorld(seed).notes))
    .digest('hex');
}

describe('the world', () => {
  it('is the same for the same seed and another for another', () => {
    expect(digestOf(7)).toBe(digestOf(7));
    expect(digestOf(7)).not.toBe(digestOf(8));
  });

  it('does not depend on the order in which comments are read', () => {
    const one = createWorld(3);
    const other = createWorld(3);
    const first = [one.findNote('tea')?.comments, one.findNote('popular')?.comments];
    const second = [other.findNote('popular')?.comments, other.findNote('tea')?.comments].reverse();
    expect(first).toEqual(second);
  });

  it('holds the standard notes with what they are for', () => {
    const tea = getNote('tea');
    expect(flatten(tea)).toHaveLength(86);
    expect(tea.comments.map((root) => root.replies.length)).toEqual(
      expect.arrayContaining([0, 1, 3, 14, 25]),
    );
    expect(tea.commentCount).toBe(86);
    expect(tea.images.length).toBeGreaterThan(1);
    expect(tea.comments[0]?.pinned).toBe(true);
    expect(flatten(getNote('popular'))).toHaveLength(312);
    expect(getNote('popular').commentCount).toBe(944);
    expect(getNote('untitled').title).toBe('');
    expect(getNote('empty').comments).toEqual([]);
    expect(getNote('closed').comments).toEqual([]);
    expect(getNote('video').video?.streams.map((stream) => stream.streamType)).toContain(259);
    expect(BigInt(getNote('video').video?.videoId ?? '0')).toBeGreaterThan(2n ** 53n);
    expect(getNote('livephoto').images.some((image) => image.livePhotoUrl !== undefined)).toBe(true);
    expect(['removed', 'under-review', 'forbidden'].map((key) => getNote(key).standing)).toEqual([
      'removed',
      'under-review',
      'forbidden',
    ]);
  });

  it('makes ids of 24 hex digits, each once, whose first eight are the time of creation, but for the odd one', () => {
    const world = createWorld(1);
    const comments = world.notes.flatMap(flatten);
    const ids = [...world.notes.map((note) => note.noteId), ...comments.map((comment) => comment.id)];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[0-9a-f]{24}$/.test(id))).toEqual([]);
    const untimely = comments.filter(
      (comment) => Number.parseInt(comment.id.slice(0, 8), 16) !== Math.floor(comment.createTime / 1000),
    );
    expect(untimely.length / comments.length).toBeLessThan(0.01);
    expect(
      comments.filter((comment) => comment.createTime < (world.findNote(comment.noteId)?.time ?? 0)),
    ).toEqual([]);
  });

  it('has ids that spreadsheets damage', () => {
    const ids = getNote('tea').comments.map((comment) => comment.id);
    expect(ids.some((id) => /^\d{24}$/.test(id) && !id.startsWith('0'))).toBe(true);
    expect(ids.some((id) => /^\d+e\d+$/.test(id))).toBe(true);
    expect(ids.some((id) => /^0{4}/.test(id))).toBe(true);
  });

  it('has missing places, answers of the author, pictures, mentions, odd states and answers to comments that are gone', () => {
    const comments = createWorld(1).notes.flatMap(flatten);
    const share = comments.filter((comment) => comment.ipLocation === undefined).length / comments.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.4);
    const ids = new Set(comments.map((comment) => comment.id));
    expect(
      comments.some((comment) => comment.targetCommentId !== undefined && !ids.has(comment.targetCommentId)),
    ).toBe(true);
    expect(comments.some((comment) => comment.isNoteAuthor && comment.targetCommentId !== undefined)).toBe(
      true,
    );
    expect(comments.some((comment) => comment.pictures.length > 0)).toBe(true);
    expect(comments.some((comment) => comment.mentions.length > 0)).toBe(true);
    expect(new Set(comments.map((comment) => comment.status))).toEqual(new Set([0, 3, -2]));
    expect(comments.some((comment) => comment.likeCount > 9999)).toBe(true);
  });

  it('writes texts on which exports break', () => {
    const texts = flatten(getNote('hostile')).map((comment) => comment.content);
    for (const start of ['=', '+', '-', '@', '\t'])
      expect(texts.some((text) => text.startsWith(start))).toBe(true);
    for (const part of ['\u0000', '\n', '"', 'undefined', '</script>', '\u202e']) {
      expect(texts.some((text) => text.includes(part))).toBe(true);
    }
    expect(getNote('hostile').author.nickname).toMatch(/[=<"'+\u202e]/u);
  });

  it('makes 100,000 comments in under three seconds', () => {
    const world = createWorld(1, [
      { key: 'huge', topLevelComments: 60_000, repliesOf: (index) => (index % 3 === 0 ? 2 : 0) },
    ]);
    const startedAt = performance.now();
    const comments = world.findNote('huge')?.comments ?? [];
    const total = comments.reduce((sum, root) => sum + 1 + root.replies.length, 0);
    expect(total).toBe(100_000);
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });

  it('takes the texts of a plan in order over all levels', () => {
    const world = createWorld(1, [
      {
        key: 'planned',
        topLevelComments: 2,
        repliesOf: () => 1,
        contentOf: (index) => (index === 2 ? undefined : `text ${String(index)}`),
      },
    ]);
    const texts = flatten(world.findNote('planned') ?? getNote('empty')).map((comment) => comment.content);
    expect([texts[0], texts[1], texts[3]]).toEqual(['text 0', 'text 1', 'text 3']);
    expect(texts[2]).not.toMatch(/^text/);
  });
});

describe('counts', () => {
  it.each([
    [0, true, '0'],
    [9999, true, '9999'],
    [10_000, true, '1万'],
    [12_876, true, '1.2万'],
    [103_882, true, '10.3万'],
    [9, false, '9'],
    [10, false, '10+'],
    [999, false, '10+'],
    [12_431, false, '1千+'],
  ])('%i, logged in %s: %s', (count, loggedIn, text) => {
    expect(toCountText(count, loggedIn)).toBe(text);
  });
});
