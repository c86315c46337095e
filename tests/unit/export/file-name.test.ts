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
  ['\ufdd0a\uffff', 'a-64f0-comments-20250501-110405'],
])('makes a name of the title %j', (title, name) => {
  expect(nameOf(title)).toBe(name);
});

it('cuts long titles between characters, and lets nothing through an id', () => {
  expect(nameOf('😀'.repeat(100))).toBe(`${'😀'.repeat(40)}-64f0-comments-20250501-110405`);
  expect(nameOf('t', '../x y')).toBe('t-xy-comments-20250501-110405');
});

const PARTS = {
  title: '标题 "a/b"',
  author: '=me: <x>',
  noteId: '64f0',
  localTime: '2025-05-01 11:04:05',
  format: 'csv',
  count: 12,
};

it.each([
  ['{date} {title}', '20250501 标题 ab'],
  ['{author}_{noteId}_{format}_{count}', '=me x_64f0_csv_12'],
  ['a/b\\c:{time}?', 'abc110405'],
  ['{nothing}-{count}', '{nothing}-12'],
  ['', 'comments'],
  ['...', 'comments'],
  ['CON', 'CON_'],
  ['con.{count}', 'con_.12'],
  ['Lpt1 .x', 'Lpt1_ .x'],
  ['CLOCK$', 'CLOCK$_'],
  ['console', 'console'],
  ['{title}', '标题 ab'],
])('fills the pattern %j', (pattern, name) => {
  expect(createFileName(PARTS, pattern)).toBe(name);
});

it('leaves out what is not known, with the sign behind it', () => {
  const unknown = { title: undefined, noteId: '', localTime: PARTS.localTime };
  expect(createFileName(unknown, '{title}-{author}-{noteId}-{date}')).toBe('20250501');
  expect(createFileName(unknown, '{date}_{count}')).toBe('20250501');
});

it('is never longer than a disk allows, and never ends within a character', () => {
  const name = createFileName(
    { ...PARTS, title: '😀'.repeat(40), author: '字'.repeat(40) },
    '{title}{author}{title}',
  );
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
  expect(name).not.toMatch(/\ufffd|[\ud800-\udbff]$/);
});
