import { describe, expect, it } from 'vitest';
import { findRepeats } from '../../../../src/model/actions/find-repeats';

const planned = (...contents: string[]) => contents.map((content) => ({ content }));

describe('the same words for many targets', () => {
  it('says nothing of two', () => {
    expect(findRepeats(planned('谢谢', '谢谢', '有货'))).toEqual([]);
  });

  it('names the words and whose they are, the most frequent first', () => {
    const found = findRepeats(planned('有货', '谢谢', '有货', '谢谢', '有货', '谢谢', '有货', 'hello'));
    expect(found).toEqual([
      { content: '有货', indexes: [0, 2, 4, 6], before: 0 },
      { content: '谢谢', indexes: [1, 3, 5], before: 0 },
    ]);
  });

  it('counts what was written before', () => {
    expect(findRepeats(planned('谢谢'), planned('谢谢', '谢谢', '别的'))).toEqual([
      { content: '谢谢', indexes: [0], before: 2 },
    ]);
    expect(findRepeats([], planned('谢谢', '谢谢', '谢谢'))).toEqual([]);
  });

  it('takes for the same what differs in blanks, signs, emoji or whom it mentions', () => {
    const found = findRepeats(planned('谢谢你！', '谢谢 你[微笑R]', '@小明 谢谢你~', '谢谢您'));
    expect(found).toEqual([{ content: '谢谢你！', indexes: [0, 1, 2], before: 0 }]);
  });

  it('takes words for the same in capitals, on several lines, with signs around them', () => {
    expect(findRepeats(planned('x y', 'X  y!', '~ x\ny', 'z'))).toEqual([
      { content: 'x y', indexes: [0, 1, 2], before: 0 },
    ]);
  });

  it('compares texts of nothing but signs as they are', () => {
    expect(findRepeats(planned('[赞R]', '[赞R]', '[赞R]', '[心R]'))).toEqual([
      { content: '[赞R]', indexes: [0, 1, 2], before: 0 },
    ]);
    expect(findRepeats(planned('', ' ', ''))).toEqual([]);
  });
});
