import { describe, expect, it } from 'vitest';
import { isQuestion } from '../../../src/insights/is-question';

describe('isQuestion', () => {
  it.each([
    '多少钱？',
    '这个好用吗',
    '会不会掉色',
    '求链接',
    '请问在哪里买',
    '怎么买呀',
    '什么牌子的',
    '敏感肌可以用吗[哭惹R]',
    '那我呢～',
    '是真的吗😂😂',
    'how did you do that',
    'Where is it',
    'Anyone know the brand',
    'price?',
    '@someone 这家几点开门',
  ])('takes %j for a question', (text) => {
    expect(isQuestion(text)).toBe(true);
  });

  it.each([
    '好看',
    '怎么这么好看',
    '没什么',
    '什么都好',
    '[黑薯问号R]',
    'https://example.com/a?b=c',
    '已买，很好用',
    '',
    'this is great',
    'whatever',
    '呢子大衣真好',
  ])('takes %j for none', (text) => {
    expect(isQuestion(text)).toBe(false);
  });
});
