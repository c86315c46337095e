import * as z from 'zod/mini';
import type { Endpoint } from './define-endpoint';
import { defineEndpoint, findText } from './define-endpoint';

/**
 * POST v1/comment/like, dislike and delete (site bundle 6.12.1, 2026-05): what the viewer just did to a comment. The
 * answer holds nothing, and nothing is kept of it but the stop sign that it may be: the page's next list says how it is.
 */
export const commentActions: readonly Endpoint[] = ['like', 'dislike', 'delete'].map((verb) =>
  defineEndpoint({
    id: `comment-${verb}`,
    kind: 'action',
    path: new RegExp(`^v\\d/comment/${verb}$`),
    findNoteId: (asked) => findText(asked, 'noteId'),
    shape: z.unknown(),
    map: () => ({ sightings: {} }),
  }),
);
