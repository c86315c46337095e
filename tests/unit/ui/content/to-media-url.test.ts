import { describe, expect, it } from 'vitest';
import { toMediaUrl } from '../../../../src/ui/content/to-media-url';

describe('toMediaUrl', () => {
  it('takes pictures of the site’s hosts, on https', () => {
    expect(toMediaUrl('http://sns-webpic-qc.xhscdn.com/a/b!c')).toBe(
      'https://sns-webpic-qc.xhscdn.com/a/b!c',
    );
    expect(toMediaUrl('https://sns-web-i10.rednotecdn.com/a')).toBe('https://sns-web-i10.rednotecdn.com/a');
  });

  it.each([
    undefined,
    '',
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'https://evil.example/xhscdn.com',
    'https://xhscdn.com.evil.example/a',
    'https://notxhscdn.com/a',
    'https://user:word@sns-a.xhscdn.com/a',
    'https://sns-a.xhscdn.com:8443/a',
  ])('leaves %s alone', (address) => {
    expect(toMediaUrl(address)).toBeUndefined();
  });
});
