/**
 * Characters that a file name cannot hold somewhere (Windows: `\ / : * ? " < > |`; Chromium also refuses what begins
 * with a dot or a tilde), and those that show nothing or turn the reading direction, which would disguise the ending.
 */
const UNWRITABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\\/:*?"<>|~%]/gu;

const LONGEST_TITLE = 40;

export interface FileNameParts {
  readonly title: string | undefined;
  readonly noteId: string;
  /** `2025-05-01 11:04:05` */
  readonly localTime: string;
}

/** `<title>-<note id>-comments-20250501-110405`, without the ending; the title is cut and cleaned, or left out. */
export function createFileName({ title, noteId, localTime }: FileNameParts): string {
  const stamp = localTime.replace(/[^\d ]/g, '').replace(' ', '-');
  const id = noteId.replace(/[^\w-]/g, '').slice(0, LONGEST_TITLE);
  return [cleanTitle(title ?? ''), id, 'comments', stamp].filter((part) => part !== '').join('-');
}

function cleanTitle(title: string): string {
  const clean = title.replace(/\s+/g, ' ').replace(UNWRITABLE, '').trim();
  return [...clean]
    .slice(0, LONGEST_TITLE)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '');
}
