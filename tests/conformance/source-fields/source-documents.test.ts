import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAMPLES_DIR } from '../../support/real-samples';
import { findRow, listPaths, TABLES } from './tables';

/** The vendors' pages from which the samples were taken stand beside the samples. */
const readDocument = (file: string) => readFileSync(join(SAMPLES_DIR ?? '', '../sources', file), 'utf8');

/** The first JSON object behind some words of a text. Characters lost on the page are inside of strings. */
function findBody(text: string, after: string): unknown {
  const start = text.indexOf('{', text.indexOf(after));
  let depth = 0;
  let isInside = false;
  for (let at = start; at < text.length; at++) {
    const letter = text[at];
    if (isInside) {
      if (letter === '\\') at++;
      else if (letter === '"') isInside = false;
    } else if (letter === '"') isInside = true;
    else if (letter === '{') depth++;
    else if (letter === '}' && --depth === 0) {
      return JSON.parse(text.slice(start, at + 1).replace(/[\x00-\x1f]+/g, ' ')) as unknown;
    }
  }
  throw new Error(`no body after ${after}`);
}

/** Variables and values that stand in the examples of TikHub's guide. */
const CODE_OF_EXAMPLES = [
  'collect_descending',
  'comment_descending',
  'english_preferred',
  'explore_feed',
  'get_note_detail',
  'get_topic_notes',
  'is_video',
  'like_count',
  'next_params',
  'popularity_descending',
  'time_descending',
] as const;

/** The names of all endpoints and parameters in TikHub's OpenAPI document, which stands beside the samples too. */
function listNamesOfCalls(): string[] {
  const spec = JSON.parse(readFileSync(join(SAMPLES_DIR ?? '', '../specs/tikhub.openapi.json'), 'utf8')) as {
    paths: Record<string, Record<string, { parameters?: { name: string }[] }>>;
  };
  const calls = Object.values(spec.paths).flatMap((methods) => Object.values(methods));
  const endpoints = Object.keys(spec.paths).map((path) => path.split('/').at(-1) ?? '');
  return [...endpoints, ...calls.flatMap((call) => (call.parameters ?? []).map(({ name }) => name))];
}

describe.skipIf(!SAMPLES_DIR)('source documents', () => {
  const shown = TABLES.flatMap((table) => (table.document ? [{ table, document: table.document }] : []));

  it('are three, each with a body', () => {
    expect(shown.map(({ document }) => document.file).sort()).toEqual([
      'justoneapi-comments-v4.txt',
      'parse-bot.txt',
      'tikhub-web-comments-v1.txt',
    ]);
  });

  it.each(shown)('are spoken of by their table, key by key: $document.file', ({ table, document }) => {
    const paths = new Set<string>();
    listPaths(findBody(readDocument(document.file), document.after), '', paths);
    expect(paths.size).toBeGreaterThan(20);
    expect([...paths].filter((path) => findRow(table, path) === undefined)).toEqual([]);
  });

  it('name every field of a profile, which has no body of its own', () => {
    const text = readDocument('parse-bot.txt');
    const sentence = /returns a profile object containing [^.]+/.exec(text)?.[0] ?? '';
    const table = TABLES.find(({ samples }) => samples === 'providers/parsebot_get_user_profile');
    const names = Object.keys(table?.rows ?? {}).map((path) => path.split('.').at(-1) ?? '');
    const toSnake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !new RegExp(`\\b${toSnake(name)}\\b`).test(sentence))).toEqual([]);
    // The other way round: no list item of the sentence is without a row.
    const items = sentence.replace(/\([^)]*\)/g, '').match(/\b[a-z]+_[a-z]+\b/g) ?? [];
    const rows = new Set(names.map(toSnake));
    expect(items.filter((item) => !rows.has(item))).toEqual([]);
  });

  it('name, in the guide that shows no body, what answers hold and what is asked', () => {
    const text = readDocument('tikhub-guide.txt');
    const table = TABLES.find(({ samples }) => samples === 'sources/tikhub-guide');
    const rows = new Set(Object.keys(table?.rows ?? {}).map((path) => path.split('.').at(-1) ?? ''));
    const toSnake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const isNamed = (name: string) => new RegExp(`\\b${toSnake(name)}\\b`).test(text);
    expect([...rows].filter((name) => !isNamed(name))).toEqual([]);
    // Every other word of the kind is an endpoint, a parameter, one of its values, or of the examples' code.
    const words = new Set(text.match(/(?<![\w/])[a-z]+(?:_[a-z]+)+\b/g) ?? []);
    const known = new Set([...listNamesOfCalls(), ...CODE_OF_EXAMPLES, ...[...rows].map(toSnake)]);
    expect([...words].filter((word) => !known.has(word))).toEqual([]);
  });
});
