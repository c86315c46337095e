import type { NoteToken } from '../note';

/** Tokens kept of a note: the site gives another one in every response. */
const MAX_TOKENS = 20;

/**
 * The tokens with one more sighting, newest first. A token that was refused counts as good again only when the site
 * itself hands it out afterwards; that it still stands in an address says nothing.
 */
export function addToken(tokens: readonly NoteToken[], seen: NoteToken): NoteToken[] {
  const known = tokens.find((token) => token.xsecToken === seen.xsecToken);
  if (!known) return newestFirst([seen, ...tokens]);
  const latest = seen.seenAt >= known.seenAt ? seen : known;
  const earlier = latest === seen ? known : seen;
  const xsecSource = latest.xsecSource ?? earlier.xsecSource;
  const refusedAt = findRefusal(known, seen);
  const merged: NoteToken = {
    xsecToken: seen.xsecToken,
    ...(xsecSource === undefined ? {} : { xsecSource }),
    from: latest.from,
    seenAt: latest.seenAt,
    ...(refusedAt === undefined ? {} : { refusedAt }),
  };
  return newestFirst(tokens.map((token) => (token === known ? merged : token)));
}

/** The tokens with this one marked as refused by the site; added when it was not known. */
export function refuseToken(
  tokens: readonly NoteToken[],
  refused: Pick<NoteToken, 'xsecToken' | 'xsecSource'>,
  at: number,
): NoteToken[] {
  const known = tokens.find((token) => token.xsecToken === refused.xsecToken);
  if (!known) return newestFirst([{ ...refused, from: 'url', seenAt: at, refusedAt: at }, ...tokens]);
  return tokens.map((token) => (token === known ? { ...token, refusedAt: at } : token));
}

/**
 * The token to open the note with: the newest that was not refused. One whose source is known goes before one that was
 * found in a page's state, where tokens stand without their source: the site asks for both.
 */
export function findUsableToken(tokens: readonly NoteToken[]): NoteToken | undefined {
  const usable = newestFirst(tokens.filter((token) => token.refusedAt === undefined));
  return usable.find((token) => token.xsecSource !== undefined) ?? usable[0];
}

function findRefusal(known: NoteToken, seen: NoteToken): number | undefined {
  const refusedAt = seen.refusedAt ?? known.refusedAt;
  if (refusedAt === undefined) return undefined;
  const isHandedOut = seen.refusedAt === undefined && seen.from !== 'url' && seen.seenAt > refusedAt;
  return isHandedOut ? undefined : refusedAt;
}

function newestFirst(tokens: readonly NoteToken[]): NoteToken[] {
  return [...tokens].sort((a, b) => b.seenAt - a.seenAt).slice(0, MAX_TOKENS);
}
