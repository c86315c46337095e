import type { ChromiumExtension } from '../../support/browsers/chromium-extension';

/** What is stored of a comment, as far as tests compare it. */
export interface StoredComment {
  readonly noteId: string;
  readonly commentId: string;
  readonly firstSeenAt: number;
}

/** The comments that the extension has stored of a note. */
export async function readComments(extension: ChromiumExtension, noteId: string): Promise<StoredComment[]> {
  const stores = await extension.readDatabase('hongshu-companion');
  const comments = (stores?.['comments'] ?? []) as StoredComment[];
  return comments.filter((comment) => comment.noteId === noteId);
}
