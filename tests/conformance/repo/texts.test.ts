import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/en';
import { zhCN } from '../../../src/i18n/zh-CN';
import { listFiles, readSource } from './source-files';

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{([\w-]+)(?:\|[^{}]*)?\}/g)].map((match) => match[1]))].sort();
const keys = Object.keys(zhCN) as (keyof typeof zhCN)[];

describe('texts', () => {
  it('say the same with the same placeholders in every language', () => {
    const different = keys.filter(
      (key) => placeholders(zhCN[key]).join() !== placeholders(en[key] ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  it('are empty in no language', () => {
    expect(keys.filter((key) => zhCN[key].trim() === '' || (en[key] ?? '').trim() === '')).toEqual([]);
  });

  it('are Chinese in Chinese and not in English', () => {
    const chinese = /[\u4e00-\u9fff]/;
    const notChinese = keys.filter(
      (key) => !chinese.test(zhCN[key]) && /[a-z]{4,} [a-z]{3,}/i.test(zhCN[key]),
    );
    const chineseInEnglish = keys.filter((key) => chinese.test(en[key]) && !key.startsWith('words.language'));
    expect({ notChinese, chineseInEnglish }).toEqual({ notChinese: [], chineseInEnglish: [] });
  });

  it('are all used: a key nobody names is dead', () => {
    const source = [...listFiles('src', ['.ts', '.tsx']), ...listFiles('entrypoints', ['.ts', '.tsx'])]
      .filter((file) => !file.startsWith('src/i18n/'))
      .map(readSource)
      .join('\n');
    // Keys built from a code (`error.${code}`) are named by their prefix.
    const prefixes = [...source.matchAll(/`([a-z]+\.[a-z.-]*)\$\{/g)].map((match) => match[1] ?? '');
    const unused = keys.filter(
      (key) => !source.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });
});
