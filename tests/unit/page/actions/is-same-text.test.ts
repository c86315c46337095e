import { describe, expect, it } from 'vitest';
import { isSameText } from '../../../../src/page/actions/comments/is-same-text';

describe('isSameText', () => {
  it.each([
    ['好看', '好看'],
    [' 有货， 明天发\n', '有货，明天发'],
    ['好喝👍', '好喝[赞R]👍'],
    ['', '[赞R][赞R]'],
    ['见[图片]', '见[图片]'],
    ['a.b*c(d)$', 'a.b*c(d)$'],
    ['^-|?+{2}\\/', '^-|?+{2}\\/'],
  ])('takes %j for %j', (shown, text) => expect(isSameText(shown, text)).toBe(true));

  it.each([
    ['好看吗', '好看'],
    ['', '好看'],
    ['axb', 'a.b'],
    ['好喝[哭惹R]', '好喝[赞R]'],
    ['喝', '好喝[赞R]'],
  ])('does not take %j for %j', (shown, text) => expect(isSameText(shown, text)).toBe(false));
});
