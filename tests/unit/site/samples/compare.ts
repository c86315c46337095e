import { expect } from 'vitest';

export type Raw = Record<string, unknown>;

const toSnake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null;

/** Paths at which two values differ; absent and `undefined` are the same. */
function findDifferences(actual: unknown, expected: unknown, path: string): string[] {
  if (!isObject(actual) || !isObject(expected)) return Object.is(actual, expected) ? [] : [path];
  if (Array.isArray(actual) !== Array.isArray(expected)) return [path];
  const keys = new Set([...Object.keys(actual), ...Object.keys(expected)]);
  return [...keys].flatMap((key) => findDifferences(actual[key], expected[key], `${path}.${key}`));
}

/** Equality that tells where two values differ, never what they are: the samples are private. */
export function expectSame(actual: unknown, expected: unknown, place: string): void {
  expect(findDifferences(actual, expected, place)).toEqual([]);
}

/** A value of a raw object under one of its spellings (`userId`, `user_id`). */
export function pick(raw: unknown, ...path: readonly string[]): unknown {
  let value = raw;
  for (const key of path) {
    const object = (value ?? {}) as Raw;
    value = object[key] ?? object[toSnake(key)];
  }
  return value;
}

export const pickList = (raw: unknown, ...path: readonly string[]): readonly unknown[] =>
  (pick(raw, ...path) as readonly unknown[] | undefined) ?? [];

/** Absent, `null` and empty are all "not said". */
const orAbsent = (value: unknown): unknown => (value === '' || value === null ? undefined : value);

/** Addresses are shown over https, and otherwise as they were sent. */
const overHttps = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/^http:/, 'https:') : value;

/** A count keeps the raw text, and is the number itself where that is one. */
export function expectCount(
  count: { raw: string; value: number } | undefined,
  raw: unknown,
  place: string,
): void {
  const text = raw == null ? undefined : String(raw as string | number);
  expectSame(count?.raw, text, place);
  if (text !== undefined && /^\d+$/.test(text)) expectSame(count?.value, Number(text), place);
}

interface PersonLike {
  readonly id: { readonly kind: string; readonly value: string };
  readonly nickname?: string | undefined;
  readonly avatarUrl?: string | undefined;
  readonly xsecToken?: string | undefined;
}

/** Media hosts are few; what stands elsewhere (hand-masked samples) is left out by design. */
const isMedia = (value: unknown) =>
  typeof value === 'string' && /^https?:\/\/[^/]*\.(?:xhscdn\.com|xiaohongshu\.com)\//.test(value);

export function expectPerson(person: PersonLike | undefined, raw: unknown, place: string): void {
  const avatar = pick(raw, 'avatar') ?? pick(raw, 'image') ?? pick(raw, 'images');
  const expected = {
    id: pick(raw, 'userId') ?? pick(raw, 'userid'),
    nickname: pick(raw, 'nickname') ?? pick(raw, 'nickName'),
    avatarUrl: isMedia(avatar) ? overHttps(avatar) : undefined,
    xsecToken: orAbsent(pick(raw, 'xsecToken')),
  };
  expectSame({ ...person, id: person?.id.value }, expected, place);
}

export function expectImages(
  images: readonly unknown[] | undefined,
  raws: readonly unknown[],
  place: string,
): void {
  const expected = raws.map((raw) => {
    const live =
      pick(raw, 'livePhoto') === true ? pick(pickList(raw, 'stream', 'h264')[0], 'masterUrl') : undefined;
    return {
      width: pick(raw, 'width'),
      height: pick(raw, 'height'),
      url: overHttps(pick(raw, 'urlDefault')),
      previewUrl: overHttps(pick(raw, 'urlPre')),
      livePhotoUrl: overHttps(live),
    };
  });
  expectSame(images, expected, place);
}

export { orAbsent, overHttps };
