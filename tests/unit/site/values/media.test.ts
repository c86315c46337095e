import { describe, expect, it } from 'vitest';
import { parseMediaUrl } from '../../../../src/site/values/media';

describe('parseMediaUrl', () => {
  it.each([
    'sns-webpic-qc.xhscdn.com/202501010000/abc/notes_pre_post/x!nd_dft_wlteh_webp_3',
    'sns-avatar-qc.xhscdn.com/avatar/x.jpg?imageView2/2/w/120/format/jpg',
    'sns-video-hw.xhscdn.net/stream/1/2/x_259.mp4?sign=a%2Fb&t=1',
    'sns-web-i10.rednotecdn.com/1/2/x!y',
    'ci.xiaohongshu.com/x',
  ])('shows %s over https, unchanged otherwise', (rest) => {
    expect(parseMediaUrl(`http://${rest}`)).toBe(`https://${rest}`);
    expect(parseMediaUrl(`https://${rest}`)).toBe(`https://${rest}`);
  });

  it.each([
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'https://example.org/a.jpg',
    'https://xhscdn.com.example.org/a.jpg',
    'https://evilxhscdn.com/a.jpg',
    'https://user@sns-webpic-qc.xhscdn.com/a.jpg',
    'https://sns-webpic-qc.xhscdn.com:8080/a.jpg',
    '//sns-webpic-qc.xhscdn.com/a.jpg',
    'http://',
    '',
    `https://sns-webpic-qc.xhscdn.com/${'a'.repeat(5_000)}`,
    undefined,
    null,
    7,
    {},
  ])('leaves %j out', (raw) => {
    expect(parseMediaUrl(raw)).toBeUndefined();
  });
});
