/** Something that must not be where it does not belong. */
export interface Secret {
  readonly name: string;
  readonly value: string;
}

/** Text that somebody may read, and where they read it. */
export interface Said {
  readonly where: string;
  readonly text: string;
}

/** As many characters of a secret in a row are as good as the whole: pages show four at most. */
const TELLING = 10;
/** Pieces begin so far apart: whatever holds a few more characters than a piece holds a piece. */
const STEP = 5;

/**
 * Which secrets stand in which texts, as they are, as any part that tells them (15 characters in a row, or ten at an end),
 * percent-encoded, or in base64 of either alphabet, wherever in the encoded text it stands: one line each, `secret in
 * place`. A secret shorter than ten characters is looked for as a whole.
 */
export function findSecrets(said: readonly Said[], secrets: readonly Secret[]): string[] {
  const pieces = new Map<string, Set<string>>();
  for (const { name, value } of secrets) {
    for (const piece of listForms(value).flatMap(cut)) {
      pieces.set(piece, (pieces.get(piece) ?? new Set()).add(name));
    }
  }
  const finds = createFinder(pieces);
  const short = secrets.filter(({ value }) => value.length < TELLING);
  const found = said.map(({ where, text }) => {
    const whole = short.filter(({ value }) => text.includes(value)).map(({ name }) => name);
    return { where, names: new Set([...finds(text), ...whole]) };
  });
  const lines = secrets.flatMap(({ name }) =>
    found.filter(({ names }) => names.has(name)).map(({ where }) => `${name} in ${where}`),
  );
  return [...new Set(lines)];
}

/** The secret as it may be written. In base64 it looks in three ways, by how many bytes stand before it. */
function listForms(value: string): string[] {
  // Characters that depend on what stands before or behind are left off.
  const inBase64 = [0, 2, 3].map((own, before) =>
    Buffer.concat([Buffer.alloc(before), Buffer.from(value)])
      .toString('base64')
      .slice(own, -4),
  );
  const forUrls = inBase64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  return [value, encodeURIComponent(value), ...inBase64, ...forUrls];
}

function cut(form: string): string[] {
  if (form.length < TELLING) return [];
  const last = form.length - TELLING;
  const starts = Array.from({ length: Math.floor(last / STEP) + 1 }, (_, index) => index * STEP);
  return [...starts, last].map((start) => form.slice(start, start + TELLING));
}

/** Looks for all pieces in one go; the first two characters of each say where it is worth to look. */
function createFinder(pieces: ReadonlyMap<string, ReadonlySet<string>>) {
  const toMark = (text: string, at: number) =>
    ((text.charCodeAt(at) << 7) ^ text.charCodeAt(at + 1)) & 0xffff;
  const marks = new Uint8Array(0x1_0000);
  for (const piece of pieces.keys()) marks[toMark(piece, 0)] = 1;
  return (text: string): Set<string> => {
    const names = new Set<string>();
    for (let at = 0; at <= text.length - TELLING; at += 1) {
      if (marks[toMark(text, at)] === 0) continue;
      for (const name of pieces.get(text.slice(at, at + TELLING)) ?? []) names.add(name);
    }
    return names;
  };
}
