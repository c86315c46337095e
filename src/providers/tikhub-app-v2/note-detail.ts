import * as z from 'zod/mini';
import type { OperationInput } from '../../model/providers/operation';
import { readAppDetail } from '../rows/app/app-detail';
import { defineTikhubEndpoint } from '../tikhub/define-tikhub-endpoint';

type Input = OperationInput<'note.detail'>;

/** `note_id` goes before `share_text` where both are given (TikHub OpenAPI V5.3.2, 2026-03): one of them is sent. */
export const toNoteQuery = (input: Input) =>
  input.noteId === undefined ? { share_text: input.shareText } : { note_id: input.noteId };

export const findNoteGap = (input: Input) =>
  input.noteId === undefined && input.shareText === undefined ? 'note-unnamed' : undefined;

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
