import * as z from 'zod/mini';
import { readAppDetail } from '../rows/app/app-detail';
import { defineTikhubEndpoint } from '../tikhub/define-tikhub-endpoint';
import { findNoteGap, toNoteQuery } from '../tikhub/named-by';

/** Only for notes known to be videos: asked for any other it answers with notes of strangers (real calls, 2026-08). */
const videoNote = defineTikhubEndpoint({
  operation: 'note.detail',
  path: '/api/v1/xiaohongshu/app_v2/get_video_note_detail',
  findGap: (input) => findNoteGap(input) ?? (input.type === 'video' ? undefined : 'not-known-to-be-video'),
  toQuery: toNoteQuery,
  shape: z.unknown(),
  map: (content, input) => readAppDetail(content, input.noteId),
});

/** Answers notes of either kind, videos without their streams (public clients, 2026-10). */
const imageNote = defineTikhubEndpoint({
  operation: 'note.detail',
  path: '/api/v1/xiaohongshu/app_v2/get_image_note_detail',
  findGap: findNoteGap,
  toQuery: toNoteQuery,
  shape: z.unknown(),
  map: (content, input) => readAppDetail(content, input.noteId),
});

export const noteDetail = [videoNote, imageNote] as const;
