import * as z from 'zod/mini';
import type { NoteSighting } from '../../../model/note';
import { lenient, textShape } from '../read-shape';

const programShape = lenient(z.object({ path: textShape, webpage_url: textShape }));

/** Where the app's API puts the token that opens a note on the web: beside a note in a search, in links elsewhere. */
export const appTokenShape = z.object({
  xsec_token: textShape,
  share_info: lenient(z.object({ link: textShape })),
  mini_program_info: programShape,
  qq_mini_program_info: programShape,
});

type Token = NonNullable<NoteSighting['token']>;

/** A token has no blank; where a link holds a bare `+`, it is one. */
function readLink(link: string | null | undefined, noteId: string): Token | undefined {
  if (!link?.includes(noteId) || !link.includes('?')) return undefined;
  const query = new URLSearchParams(link.slice(link.indexOf('?') + 1));
  const xsecToken = query.get('xsec_token')?.replaceAll(' ', '+');
  const xsecSource = query.get('xsec_source');
  return xsecToken ? { xsecToken, ...(xsecSource === null ? {} : { xsecSource }) } : undefined;
}

/** The note's token, from links of this note only: a token belongs to one (`xsec_source` is `app_share` there, real calls, 2026-08). */
export function findAppToken(row: z.infer<typeof appTokenShape>, noteId: string): Token | undefined {
  const programs = [row.mini_program_info, row.qq_mini_program_info];
  const links = [
    row.share_info?.link,
    ...programs.flatMap((program) => [program?.path, program?.webpage_url]),
  ];
  for (const link of links) {
    const token = readLink(link, noteId);
    if (token) return token;
  }
  return row.xsec_token ? { xsecToken: row.xsec_token } : undefined;
}
