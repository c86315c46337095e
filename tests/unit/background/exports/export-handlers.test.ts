import { expect, it } from 'vitest';
import { createExportHandlers } from '../../../../src/background/handlers/exports';
import type { Services } from '../../../../src/background/services';
import type { ExportRequest } from '../../../../src/model/export';

const REQUEST: ExportRequest = {
  noteId: 'a',
  noteIds: ['a', 'b', 'a'],
  format: 'jsonl',
  preset: 'plain',
  withNoteColumns: false,
  timeZone: 'UTC',
  language: 'en',
};

/** Handlers over exports that only remember what was asked of them. */
function open() {
  const asked: ExportRequest[] = [];
  const start = async (request: ExportRequest) => {
    asked.push(request);
    return { exportId: String(asked.length), noteId: request.noteId };
  };
  const services = { exports: { start, startUnseen: start }, tracker: { list: async () => [] } };
  return { asked, handlers: createExportHandlers(services as unknown as Services) };
}

it('starts one export for several notes in one file', async () => {
  const { asked, handlers } = open();
  await handlers['export.start'](REQUEST, {} as never);
  expect(asked).toEqual([REQUEST]);
});

it('starts an export for each note, each once, where a file each is wanted', async () => {
  const { asked, handlers } = open();
  const first = await handlers['export.start']({ ...REQUEST, oneFileEach: true }, {} as never);
  expect(first).toMatchObject({ exportId: '1', noteId: 'a' });
  expect(asked.map(({ noteId }) => noteId)).toEqual(['a', 'b']);
  for (const request of asked) expect(request).not.toHaveProperty('noteIds');
});
