import { describe, expect, it } from 'vitest';
import { listCommentMedia, listNoteMedia } from '../../../../src/model/exports/list-media';
import type { Note } from '../../../../src/model/note';
import type { VideoStream } from '../../../../src/model/values/media';

const NOTE: Note = { noteId: 'n', counts: {}, tokens: [], observed: {}, firstSeenAt: 1, lastSeenAt: 1 };
const stream = (url: string, more: Partial<VideoStream>): VideoStream => ({
  codec: 'h264',
  url,
  backupUrls: [`${url}-b`],
  ...more,
});

describe('listNoteMedia', () => {
  it('numbers pictures, and gives what moves the number of its picture', () => {
    const images = [{ url: 'a' }, { url: 'b', livePhotoUrl: 'b.mp4', originUrl: 'never' }];
    expect(listNoteMedia({ ...NOTE, images })).toEqual([
      { kind: 'image', index: 1, urls: ['a'] },
      { kind: 'image', index: 2, urls: ['b'] },
      { kind: 'live', index: 2, urls: ['b.mp4'] },
    ]);
  });

  it('takes the largest stream that the page names without the watermark, with its other addresses', () => {
    const streams = [
      stream('marked', { streamType: 259, width: 4000, height: 4000, bitrate: 9 }),
      stream('small', { streamType: 114, width: 720, height: 1280, bitrate: 8 }),
      stream('large', { streamType: 115, width: 1080, height: 1920, bitrate: 5, sizeBytes: 77 }),
      stream('large-poor', { streamType: 130, width: 1080, height: 1920, bitrate: 4 }),
    ];
    expect(listNoteMedia({ ...NOTE, video: { streams, originVideoKey: 'never' } })).toEqual([
      { kind: 'video', index: 1, urls: ['large', 'large-b'], sizeBytes: 77 },
    ]);
  });

  it('takes the marked one where the page names no other, and nothing where it names none', () => {
    const video = { streams: [stream('marked', { streamType: 259 })] };
    expect(listNoteMedia({ ...NOTE, video }).map(({ urls }) => urls[0])).toEqual(['marked']);
    expect(listNoteMedia({ ...NOTE, video: null })).toEqual([]);
    expect(listNoteMedia({ ...NOTE, video: { streams: [], originVideoKey: 'never' } })).toEqual([]);
  });
});

describe('listCommentMedia', () => {
  it('lists a comment’s pictures', () => {
    const observed = { source: 'page', via: 'ssr', at: 1 };
    expect(
      listCommentMedia({
        commentId: 'c',
        noteId: 'n',
        observed,
        firstSeenAt: 1,
        pictures: [{ url: 'a' }, { url: 'b' }],
      }),
    ).toEqual([
      { kind: 'comment', index: 1, commentId: 'c', urls: ['a'] },
      { kind: 'comment', index: 2, commentId: 'c', urls: ['b'] },
    ]);
  });
});
