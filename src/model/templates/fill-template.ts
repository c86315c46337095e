import { TEMPLATE_VARIABLES, VARIABLE_NAMES } from './template-variables.catalog';
import type { TemplateVariable } from './template-variables.catalog';

/** What is known of the target; what is not is absent. */
export type TemplateFacts = Readonly<Partial<Record<TemplateVariable, string>>>;

/** A part of a filled template, as a preview shows it. */
export type TemplatePart =
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'known'; readonly text: string; readonly variable: TemplateVariable }
  /** Not known of this target: what the template says instead, or nothing. */
  | { readonly is: 'missing'; readonly text: string; readonly variable: TemplateVariable }
  /** Braces around a name that is no variable: nothing stands in its place. */
  | { readonly is: 'unknown'; readonly text: ''; readonly name: string };

export interface FilledTemplate {
  readonly parts: readonly TemplatePart[];
  /** As it goes into the box. */
  readonly text: string;
  /** Variables that are not known and have nothing to stand in for them: nothing was written in their place. */
  readonly missing: readonly TemplateVariable[];
  /** Names in braces that are no variables. */
  readonly unknown: readonly string[];
}

/** `{nickname}`, or `{nickname|friend}`: what to write where it is not known. */
const PLACE = /\{\s*([^{}|\s][^{}|]*?)\s*(?:\|([^{}]*))?\}/gu;

const BY_NAME: ReadonlyMap<string, TemplateVariable> = new Map(
  TEMPLATE_VARIABLES.flatMap((variable) => VARIABLE_NAMES[variable].map((name) => [name, variable] as const)),
);

/**
 * A template with what is known of its target. What is not known is left out, with the blanks and commas that would stand
 * there alone; it never becomes a word of its own.
 */
export function fillTemplate(template: string, facts: TemplateFacts): FilledTemplate {
  const parts = splitTemplate(template, facts);
  const isLeftOut = (part: TemplatePart) => part.is !== 'words' && part.text === '';
  return {
    parts,
    text: parts.some(isLeftOut) ? tidy(parts) : parts.map(({ text }) => text).join(''),
    missing: unique(parts.flatMap((part) => (part.is === 'missing' && !part.text ? [part.variable] : []))),
    unknown: unique(parts.flatMap((part) => (part.is === 'unknown' ? [part.name] : []))),
  };
}

function splitTemplate(template: string, facts: TemplateFacts): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of template.matchAll(PLACE)) {
    if (match.index > end) parts.push({ is: 'words', text: template.slice(end, match.index) });
    end = match.index + match[0].length;
    parts.push(toPart(match[1] ?? '', match[2], facts));
  }
  if (end < template.length) parts.push({ is: 'words', text: template.slice(end) });
  return parts;
}

function toPart(name: string, instead: string | undefined, facts: TemplateFacts): TemplatePart {
  const variable = BY_NAME.get(name.toLowerCase());
  if (!variable) return { is: 'unknown', text: '', name };
  // A name may hold line breaks and blanks at its ends; the site's box is one line.
  const known = facts[variable]?.replace(/\s+/gu, ' ').trim();
  if (known) return { is: 'known', text: known, variable };
  return { is: 'missing', text: instead?.trim() ?? '', variable };
}

/** Of what stood around something that was left out: no doubled blanks, no comma at the start or before another mark. */
function tidy(parts: readonly TemplatePart[]): string {
  let text = '';
  let isAfterGap = false;
  for (const part of parts) {
    if (part.is !== 'words' && part.text === '') {
      isAfterGap = true;
      continue;
    }
    let next = part.text;
    if (isAfterGap) {
      // At the start, or behind another mark, the comma that followed has nothing to follow.
      if (text.trim() === '' || /[,，、;；:：.。!！?？\n]\s*$/u.test(text))
        next = next.replace(/^\s*[,，、;；:：]?\s*/u, '');
      else if (/\s$/u.test(text)) next = next.replace(/^\s+/u, '');
      // A blank or comma before a mark stands there for nothing.
      if (/^\s*[,，、;；:：.。!！?？]/u.test(next)) text = text.replace(/[\s,，、;；:：]+$/u, '');
    }
    text += next;
    isAfterGap = false;
  }
  return (isAfterGap ? text.replace(/[\s,，、;；:：]+$/u, '') : text).trim();
}

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];
