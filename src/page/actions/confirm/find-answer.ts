import type { ExpectedCall } from '../define-action';

/** An answer to a call of the page's own, as the observer copied it. The page may have forged it. */
export interface CopiedAnswer {
  readonly url: string;
  readonly status: number;
  readonly body: string | undefined;
  readonly requestBody: string | undefined;
}

/** What the site answered. */
export interface SiteAnswer {
  readonly status: number;
  /** The business code; `undefined` where none could be read. */
  readonly code: number | undefined;
  readonly value: unknown;
  /** The words that were sent, where there were any. */
  readonly said?: string;
}

/** The site's answer to this very call: by its path, and by what was asked in it. */
export function findAnswer(
  answers: readonly CopiedAnswer[],
  { path, body }: ExpectedCall,
): SiteAnswer | undefined {
  for (const answer of answers) {
    if (!toPath(answer.url).endsWith(path)) continue;
    const asked = toRecord(parse(answer.requestBody));
    if (!asked || Object.entries(body).some(([name, value]) => !isSaid(asked[name], value))) continue;
    const said = toRecord(parse(answer.body));
    const code = said?.['code'];
    const words = asked['content'];
    return {
      ...(typeof words === 'string' ? { said: words } : {}),
      status: answer.status,
      code: typeof code === 'number' ? code : undefined,
      value: said?.['data'],
    };
  }
  return undefined;
}

/** Absent, null and empty are the same: nothing is said. */
const isSaid = (said: unknown, wanted: string | undefined): boolean =>
  wanted === undefined ? said === undefined || said === null || said === '' : said === wanted;

const toPath = (url: string): string => url.split(/[?#]/, 1)[0] ?? '';

export const toRecord = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined; // No JSON: it says nothing that can be believed.
  }
}
