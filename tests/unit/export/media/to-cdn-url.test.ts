import { describe, expect, it } from 'vitest';
import { toCdnUrl, toReportedUrl } from '../../../../src/export/media/to-cdn-url';

describe('toCdnUrl', () => {
  it('asks the CDN over https', () => {
    expect(toCdnUrl('http://sns-webpic-qc.xhscdn.com/1/2/3!nd_dft')).toBe(
      'https://sns-webpic-qc.xhscdn.com/1/2/3!nd_dft',
    );
    expect(toCdnUrl('https://sns-web-i10.rednotecdn.com/a')).toBe('https://sns-web-i10.rednotecdn.com/a');
  });

  it.each([
    'https://www.xiaohongshu.com/explore/1',
    'https://xhscdn.com.example.org/a',
    'https://evilxhscdn.com/a',
    'https://user:word@sns-video-qc.xhscdn.com/a',
    'https://sns-video-qc.xhscdn.com:8443/a',
    'ftp://sns-video-qc.xhscdn.com/a',
    'data:image/png;base64,AA',
    '//sns-video-qc.xhscdn.com/a',
    '',
  ])('never asks %j', (address) => {
    expect(toCdnUrl(address)).toBeUndefined();
  });
});

describe('toReportedUrl', () => {
  it('leaves out what opens the file for whoever has it', () => {
    expect(toReportedUrl('https://sns-video-hw.xhscdn.com/stream/1_114.mp4?sign=secret&t=66#x')).toBe(
      'https://sns-video-hw.xhscdn.com/stream/1_114.mp4',
    );
  });
});
