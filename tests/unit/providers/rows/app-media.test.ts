import { describe, expect, it } from 'vitest';
import {
  appImageShape,
  appVideoShape,
  mapAppImage,
  mapAppVideo,
} from '../../../../src/providers/rows/app/app-media';
import { readShape } from '../../../../src/providers/rows/read-shape';

const IMAGE = 'http://sns-img-hw.xhscdn.com/invented';
const SHOWN = 'https://sns-img-hw.xhscdn.com/invented';
const image = (row: object) => mapAppImage(readShape(appImageShape, row));
const video = (row: object) => mapAppVideo(readShape(appVideoShape, row));
const stream = (row: object) => ({ media: { stream: { h264: [row] } } });

describe('mapAppImage', () => {
  it('takes the largest address that is one', () => {
    expect(
      image({ url_size_large: '', url: '', url_multi_level: { high: `${IMAGE}?h` }, original: `${IMAGE}?o` }),
    ).toEqual({
      url: `${SHOWN}?h`,
      originUrl: `${SHOWN}?o`,
    });
    expect(image({ url_size_large: '', url: '', original: IMAGE })).toEqual({ url: SHOWN, originUrl: SHOWN });
  });

  it('asks for a format that browsers show', () => {
    expect(
      image({ url_size_large: `${IMAGE}?w/1440/format/heif`, url: `${IMAGE}?w/576/format/webp` }),
    ).toEqual({
      url: `${SHOWN}?w/1440/format/jpg`,
      previewUrl: `${SHOWN}?w/576/format/webp`,
    });
  });

  it('is none without an address of the site’s media hosts', () => {
    expect(
      image({ url: 'https://example.com/a.jpg', url_size_large: 'javascript:alert(1)' }),
    ).toBeUndefined();
  });

  it('has the moving part of a live photo, the codec first that every browser plays', () => {
    const live_photo = {
      media: { stream: { h265: [{ master_url: `${IMAGE}/5` }], h264: [{ master_url: `${IMAGE}/4` }] } },
    };
    expect(image({ url: IMAGE, live_photo })?.livePhotoUrl).toBe(`${SHOWN}/4`);
    for (const broken of [true, [], { media: null }, { media: { stream: [] } }]) {
      expect(image({ url: IMAGE, live_photo: broken })).toEqual({ url: SHOWN });
    }
  });
});

describe('mapAppVideo', () => {
  it('leaves out numbers that stand for "not known"', () => {
    const row = {
      master_url: IMAGE,
      width: 0,
      height: -1,
      size: 0,
      avg_bitrate: -1,
      video_bitrate: 9,
      stream_type: 0,
    };
    expect(video({ ...stream(row), capa: { duration: 0 } })).toEqual({
      streams: [{ codec: 'h264', url: SHOWN, backupUrls: [], bitrate: 9 }],
    });
  });

  it('is not known without a stream', () => {
    expect(
      video({ capa: { duration: 3 }, media: { stream: { h264: [], h265: [{ master_url: '' }] } } }),
    ).toBeUndefined();
    expect(mapAppVideo(undefined)).toBeUndefined();
  });

  it('reads subtitles by language and as a list', () => {
    const url = 'http://sns-video-hw.xhscdn.com/a.srt';
    const of = (subtitles: unknown) =>
      video({ media: { ...stream({ master_url: IMAGE }).media, video: { subtitles } } })?.subtitles;
    const expected = { url: 'https://sns-video-hw.xhscdn.com/a.srt' };
    expect(of({ source: [{ language: 'zh-CN', url }], 'en-US': [{ url }] })).toEqual([
      { language: 'zh-CN', ...expected },
      { language: 'en-US', ...expected },
    ]);
    expect(of([{ language: 'zh-CN', url }, { url }])).toEqual([{ language: 'zh-CN', ...expected }]);
    expect(of('none')).toBeUndefined();
  });
});
