import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinText, splitText } from '../../../src/site/emoji';

describe('splitText', () => {
  it('finds emoji, topics and known mentions', () => {
    expect(splitText('早上好[微笑R]@小鹿 看[doge]#早餐[话题]# 完', ['小鹿'])).toEqual([
      { kind: 'text', text: '早上好' },
      { kind: 'emoji', code: '微笑R', symbol: '🙂' },
      { kind: 'mention', name: '小鹿' },
      { kind: 'text', text: ' 看' },
      { kind: 'emoji', code: 'doge', symbol: '🐶' },
      { kind: 'topic', name: '早餐' },
      { kind: 'text', text: ' 完' },
    ]);
  });

  it('leaves ordinary brackets, hashes and signs as words', () => {
    for (const text of [
      '[图片]',
      '[constructor]',
      '[__proto__]',
      '#没有话题',
      'a@b',
      '[微笑R',
      '微笑R]',
      '[ 微笑R ]',
    ]) {
      expect(splitText(text)).toEqual([{ kind: 'text', text }]);
    }
    expect(splitText('')).toEqual([]);
  });

  it('keeps codes without a symbol as emoji', () => {
    expect(splitText('[扯脸H]')).toEqual([{ kind: 'emoji', code: '扯脸H' }]);
  });

  it('takes the longer of two names', () => {
    expect(splitText('@小鹿12 @小鹿1', ['小鹿1', '小鹿12'])).toEqual([
      { kind: 'mention', name: '小鹿12' },
      { kind: 'text', text: ' ' },
      { kind: 'mention', name: '小鹿1' },
    ]);
  });

  it('loses nothing of any text', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '[微笑R]',
        '[doge]',
        '#a[话题]#',
        '#',
        '[话题]#',
        '@',
        '@小鹿',
        '[',
        ']',
        '\n',
        '[不知道R]',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(joinText(splitText(text, ['小鹿']))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
