import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { authorSchema } from '../../../src/model/author';
import { commentListSchema, commentSchema, commentThreadSchema } from '../../../src/model/comment';
import { noteSchema } from '../../../src/model/note';
import { storedListingSchema, storedNotificationSchema, viewerNoteSchema } from '../../../src/model/records';
import { tabPageSchema } from '../../../src/model/page-state';
import { topicPageSchema } from '../../../src/model/providers/topic-page';
import { providerFailureSchema } from '../../../src/model/providers/provider-error';
import { SAMPLES_DIR, evaluateSample, listSamples } from '../../support/real-samples';
import { findRow, findTables, listPaths, TABLES } from './tables';

/** What the first word of a field stands for. */
const MODELS: Readonly<Record<string, z.core.$ZodType>> = {
  Note: noteSchema,
  Comment: commentSchema,
  CommentList: commentListSchema,
  CommentThread: commentThreadSchema,
  Author: authorSchema,
  NoteViewer: viewerNoteSchema,
  Viewer: tabPageSchema.shape.viewer,
  Notification: storedNotificationSchema,
  Listing: storedListingSchema,
  Refusal: z.object({ code: z.number(), noteId: z.optional(z.string()) }),
  ProviderFailure: providerFailureSchema,
  /** What is kept of a provider's envelope, and of a page of comments beside its rows (interfaces, without a schema). */
  ProviderAnswer: z.object({ requestId: z.string(), cacheUrl: z.string() }),
  CommentsRead: z.object({
    nextCursor: z.string(),
    said: z.object({ comments: z.number(), topLevel: z.number() }),
    threads: z.record(z.string(), z.object({ cursor: z.string() })),
  }),
  NotesRead: z.object({ nextCursor: z.string() }),
  LinkRead: z.object({ noteId: z.string(), userId: z.string(), xsecToken: z.string() }),
  TopicPage: topicPageSchema,
};

/** The schema inside of optional, nullable, list and record: they have no name of their own in a field's path. */
function open(schema: z.core.$ZodType): z.core.$ZodType {
  const def = schema._zod.def as {
    innerType?: z.core.$ZodType;
    element?: z.core.$ZodType;
    valueType?: z.core.$ZodType;
  };
  const inner = def.innerType ?? def.element ?? def.valueType;
  return inner ? open(inner) : schema;
}

function hasField(field: string): boolean {
  const [model = '', ...path] = field.split('.');
  let schema = MODELS[model];
  for (const key of path) {
    if (!schema) return false;
    const { shape } = open(schema)._zod.def as { shape?: Record<string, z.core.$ZodType> };
    schema = shape && Object.hasOwn(shape, key) ? shape[key] : undefined;
  }
  return schema !== undefined && path.length > 0;
}

describe('source fields', () => {
  const rows = TABLES.flatMap((table) =>
    Object.entries(table.rows).map(([path, target]) => ({ table: table.name, path, target })),
  );

  it('name only fields that the model has, or say why a value is dropped', () => {
    expect(rows.length).toBeGreaterThan(500);
    const wrong = rows.filter(({ target }) =>
      target.startsWith('- ') ? target.trim().length < 12 : !hasField(target),
    );
    expect(wrong).toEqual([]);
  });

  it('would notice a field that the model does not have', () => {
    expect(
      ['Note.counts.likes', 'Comment.replyTo.author.avatarUrl', 'CommentThread.hasMore'].map(hasField),
    ).toEqual([true, true, true]);
    expect(['Note.counts.downloads', 'Note', 'Comment.author.age', 'Robot.name'].map(hasField)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('hold no id, no text and no name of anyone', () => {
    const wrong = rows.filter(({ path }) => /[0-9a-f]{24}|[^\x20-\x7e]/.test(path));
    expect(wrong).toEqual([]);
  });

  it('would notice a new key of a note', () => {
    const page = TABLES.find((table) => table.name === 'note-page.json');
    const known = 'note.noteDetailMap.{id}.note.title';
    expect(
      page && [known, `${known}s`, 'note.volume'].map((path) => findRow(page, path) !== undefined),
    ).toEqual([true, false, true]);
  });

  it.skipIf(!SAMPLES_DIR)('speak of every key of every sample', () => {
    const silent = new Set<string>();
    for (const path of listSamples().filter((sample) => !sample.endsWith('.md'))) {
      const tables = findTables(path);
      if (tables.length !== 1) silent.add(`${path.split('/')[0] ?? ''}/: ${String(tables.length)} tables`);
      const table = tables[0];
      const paths = new Set<string>();
      if (table && !path.startsWith('dom/')) listPaths(evaluateSample(path), '', paths);
      for (const key of paths)
        if (table && findRow(table, key) === undefined) silent.add(`${table.name}: ${key}`);
    }
    expect([...silent]).toEqual([]);
  });
});
