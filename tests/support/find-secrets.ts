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

/** As many characters of a secret's beginning or end are as good as the whole: pages show four at most. */
const TELLING = 10;

/**
 * Which secrets stand in which texts, as they are, as a part that tells them, or written as base64: one line each,
 * `secret in place`. A secret shorter than ten characters is looked for as a whole.
 */
export function findSecrets(said: readonly Said[], secrets: readonly Secret[]): string[] {
  return secrets.flatMap(({ name, value }) => {
    const forms = [
      value.slice(0, TELLING),
      value.slice(-TELLING),
      encodeURIComponent(value).slice(0, TELLING),
      // The last characters of base64 depend on what follows.
      Buffer.from(value).toString('base64').slice(0, -4),
    ];
    const places = said.filter(({ text }) => forms.some((form) => text.includes(form)));
    return [...new Set(places.map(({ where }) => `${name} in ${where}`))];
  });
}
