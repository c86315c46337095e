import { describe, expect, test } from 'vitest';
import { mergeVideos } from '../../../../src/model/merge/merge-video';
import type { Video } from '../../../../src/model/values/media';

const stream = (sizeBytes: number, url = 'https://a.example/1.mp4') => ({
  codec: 'h264',
  url,
  backupUrls: [],
  sizeBytes,
});
const exact: Video = { videoId: '1334050179106973568', durationSeconds: 9, streams: [stream(5)] };

describe('two looks at a video', () => {
  test('the same one keeps its id, with the newer addresses', () => {
    const newer: Video = { durationSeconds: 9, streams: [stream(5, 'https://a.example/2.mp4')] };
    expect(mergeVideos(exact, newer)).toEqual({ ...newer, videoId: '1334050179106973568' });
  });

  test('another one does not inherit it', () => {
    const other: Video = { durationSeconds: 9, streams: [stream(6)] };
    expect(mergeVideos(exact, other)).toBe(other);
  });

  test('an id of its own wins, none at all takes the video away, an unknown one changes nothing', () => {
    const own: Video = { ...exact, videoId: '2' };
    expect(mergeVideos(exact, own)).toBe(own);
    expect(mergeVideos(exact, null)).toBeNull();
    expect(mergeVideos(exact, undefined)).toBe(exact);
  });
});
