import { expect, it } from 'vitest';
import { createFileName } from '../../../src/export/file-name';

const nameOf = (title: string | undefined, noteId = '64f0') =>
  createFileName({ title, noteId, localTime: '2025-05-01 11:04:05' });

it.each([
  [undefined, '64f0-comments-20250501-110405'],
  ['', '64f0-comments-20250501-110405'],
  ['春天 的 路', '春天 的 路-64f0-comments-20250501-110405'],
  ['../../etc: a?b*c|d<e>f"g', 'etc abcdefg-64f0-comments-20250501-110405'],
  ['\u202egnp.exe\u0000\n.', 'gnp.exe-64f0-comments-20250501-110405'],
  ['~.hidden%20', 'hidden20-64f0-comments-20250501-110405'],
  ['\ud83d', '64f0-comments-20250501-110405'],
])('makes a name of the title %j', (title, name) => {
  expect(nameOf(title)).toBe(name);
});

it('cuts long titles between characters, and lets nothing through an id', () => {
  expect(nameOf('😀'.repeat(100))).toBe(`${'😀'.repeat(40)}-64f0-comments-20250501-110405`);
  expect(nameOf('t', '../x y')).toBe('t-xy-comments-20250501-110405');
});
