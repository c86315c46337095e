import { toNameKey } from './template';
import type { Template, TemplateWords } from './template';

/** Two templates of one name that say different things. */
export interface NameClash {
  readonly own: Template;
  readonly other: TemplateWords;
}

/** What a file would bring. */
export interface ImportPlan {
  readonly added: readonly TemplateWords[];
  /** Of the same name and the same words as one that is there. */
  readonly same: number;
  readonly clashes: readonly NameClash[];
}

/** What is done where a name is taken: `mine` stays, the `file`'s takes its place, or `both` are kept under two names. */
export type ClashChoice = 'mine' | 'file' | 'both';

/** Holds what a file has against what is there, by name. */
export function planImport(stored: readonly Template[], brought: readonly TemplateWords[]): ImportPlan {
  const byName = new Map(stored.map((one) => [toNameKey(one.name), one]));
  const added: TemplateWords[] = [];
  const clashes: NameClash[] = [];
  let same = 0;
  for (const other of brought) {
    const own = byName.get(toNameKey(other.name));
    if (!own) added.push(other);
    else if (own.text === other.text) same += 1;
    else clashes.push({ own, other });
  }
  return { added, same, clashes };
}

/** A template as it is to be stored: in place of the one that is named, or as a new one. */
export interface TemplateChange extends TemplateWords {
  readonly templateId?: string | undefined;
}

/** What is to be stored of a plan. No two names are the same afterwards. */
export function toImported(
  { added, clashes }: ImportPlan,
  stored: readonly Template[],
  choice: ClashChoice,
): readonly TemplateChange[] {
  if (choice === 'mine') return added;
  if (choice === 'file')
    return [...added, ...clashes.map(({ own, other }) => ({ templateId: own.templateId, ...other }))];
  const taken = new Set([...stored, ...added].map(({ name }) => toNameKey(name)));
  const renamed = clashes.map(({ other }) => {
    const name = findFreeName(other.name, taken);
    taken.add(toNameKey(name));
    return { ...other, name };
  });
  return [...added, ...renamed];
}

/** "Thanks 2": the first number with which the name is free; the name gives way to it where both are too long. */
export function findFreeName(name: string, taken: ReadonlySet<string>, longest = 60): string {
  for (let number = 2; ; number += 1) {
    const tail = ` ${number}`;
    const candidate = `${name.slice(0, longest - tail.length)}${tail}`;
    if (!taken.has(toNameKey(candidate))) return candidate;
  }
}
