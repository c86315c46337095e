import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles, readSource } from './source-files';

const FORBIDDEN = /^(data|info|handle|utils?|helpers?|managers?|common|misc)$/;
const sources = [...listFiles('src', ['.ts', '.tsx']), ...listFiles('entrypoints', ['.ts', '.tsx'])];
const lineCount = (file: string) => readSource(file).trimEnd().split('\n').length;

describe('sizes and names', () => {
  it('names every file in kebab-case', () => {
    const wrong = sources.filter((file) => {
      const name = posix
        .basename(file)
        .replace(/\.(d\.)?tsx?$/, '')
        .replace(/\.(catalog|content)$/, '');
      return !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && !['zh-CN', 'en'].includes(name);
    });
    expect(wrong).toEqual([]);
  });

  it('uses no name that says nothing', () => {
    const wrong = sources.filter((file) =>
      file
        .replace(/\.tsx?$/, '')
        .split('/')
        .some((part) => FORBIDDEN.test(part)),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps folders to 12 files a level', () => {
    const counts = new Map<string, number>();
    for (const file of sources) {
      const folder = posix.dirname(file);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count > 12)).toEqual([]);
  });

  it('keeps files small: median at most 80 lines, nine of ten at most 180, none over 300', () => {
    const lengths = sources.map(lineCount).sort((a, b) => a - b);
    const at = (share: number) => lengths[Math.floor((lengths.length - 1) * share)] ?? 0;
    expect({ median: at(0.5) <= 80, ninth: at(0.9) <= 180, longest: at(1) <= 300 }).toEqual({
      median: true,
      ninth: true,
      longest: true,
    });
  });

  it('has no barrel: no file that only passes exports on', () => {
    const barrels = sources.filter((file) => {
      const lines = readSource(file)
        .split('\n')
        .filter((line) => line.trim() !== '' && !/^\s*(\/\/|\/?\*)/.test(line));
      return lines.length > 0 && lines.every((line) => /^export .* from /.test(line));
    });
    expect(barrels).toEqual([]);
  });
});
