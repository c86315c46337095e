import { describe, expect, it } from 'vitest';
import { describeBrowser } from '../../../src/platform/browser-version';

describe('the browser', () => {
  it.each([
    [
      'Chromium 140',
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    ],
    [
      'Edge 141',
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
    ],
    ['Firefox 145', 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'],
    ['unknown', 'something else'],
  ])('is named %s', (name, userAgent) => expect(describeBrowser(userAgent)).toBe(name));
});
