import { describe, expect, it } from 'vitest';
import { createTranslate, findLanguage } from '../../../src/i18n/t';

describe('texts with numbers', () => {
  const english = createTranslate('en');
  const chinese = createTranslate('zh-CN');

  it('tell one from many where the language does', () => {
    expect(english('comments.thread-complete', { captured: 1 })).toBe('1 reply');
    expect(english('comments.thread-complete', { captured: 0 })).toBe('0 replies');
    expect(english('comments.thread-complete', { captured: 1200 })).toBe('1,200 replies');
    expect(chinese('comments.thread-complete', { captured: 1 })).toBe('1 条回复');
  });

  it('take a count that is already a text', () => {
    expect(english('comments.likes', { count: '1' })).toBe('1 like');
    expect(english('comments.likes', { count: '12K+' })).toBe('12K+ likes');
  });

  it('write a text with braces of its own as it is', () => {
    expect(english('comments.answers', { name: '{count|a|b} $& $1' })).toBe('to {count|a|b} $& $1');
  });
});

describe('the language', () => {
  it('is the chosen one, else Chinese for every Chinese browser, else English', () => {
    expect(findLanguage('en', 'zh-CN')).toBe('en');
    expect(findLanguage('auto', 'zh-TW')).toBe('zh-CN');
    expect(findLanguage('auto', 'ZH')).toBe('zh-CN');
    expect(findLanguage('auto', 'fr-FR')).toBe('en');
  });
});
