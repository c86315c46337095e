// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { afterEach, describe, expect, it } from 'vitest';
import { exportingEn } from '../../../../src/i18n/en/exports/exporting';
import type { ExportChoice } from '../../../../src/model/exports/export-choice';
import { DEFAULT_EXPORT_CHOICE } from '../../../../src/model/exports/export-choice';
import type { CommentsStore } from '../../../../src/ui/sidepanel/comments/create-comments-store';
import { createCommentsStore } from '../../../../src/ui/sidepanel/comments/create-comments-store';
import { ExportDialog } from '../../../../src/ui/sidepanel/export/export-dialog';
import { createExportStore } from '../../../../src/ui/stores/export-store';
import { createLocalView } from '../../../../src/workers/comment-view/create-local-view';
import { commentOf } from '../../workers/comment-of';
import { AGREED, createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';
import { NOTE_ID, createNote } from '../support/samples';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

const COMMENTS = [
  commentOf('c1', { content: '=1+1', position: 0 }),
  commentOf('c2', { content: 'two\tcells\n"quoted"', position: 1 }),
];

function createComments(): CommentsStore {
  return createCommentsStore(
    createLocalView({
      async *readComments() {
        yield COMMENTS;
      },
      listCommentIds: async () => COMMENTS.map(({ commentId }) => commentId),
      findComments: async (_noteId, ids) =>
        ids.map((id) => COMMENTS.find(({ commentId }) => commentId === id)),
    }),
  );
}

async function open(exporting: ExportChoice = DEFAULT_EXPORT_CHOICE) {
  const fake = createFakePorts({
    settings: { ...AGREED, exporting },
    answers: { 'export.start': () => ({}), 'settings.change': () => AGREED },
  });
  const comments = createComments();
  comments.show(NOTE_ID);
  const until = new AbortController();
  const store = createExportStore(fake.ports, signal(NOTE_ID), until.signal);
  let closed = 0;
  shown = await renderUi(
    <ExportDialog exports={store} comments={comments} note={createNote()} onClose={() => (closed += 1)} />,
    fake.ports,
  );
  const started = () => fake.calls.find(({ name }) => name === 'export.start')?.input;
  return { ...fake, page: shown, comments, started, closed: () => closed };
}

describe('ExportDialog', () => {
  it('asks for the file as chosen, remembers the choice, and closes', async () => {
    const { page, calls, started, closed } = await open();
    await page.choose('Kind of file', 'parquet');
    await page.choose('Columns32 chosen', 'reading');
    await page.click('switch', exportingEn['exporting.anonymise'] + exportingEn['exporting.anonymise-hint']);
    await page.type('File name', '{date} {format}');
    await page.click('button', 'Export');
    expect(started()).toMatchObject({
      noteId: NOTE_ID,
      format: 'parquet',
      anonymised: true,
      namePattern: '{date} {format}',
      columns: expect.arrayContaining(['content', 'likes']),
    });
    expect(started()).not.toHaveProperty('filter');
    expect(calls.find(({ name }) => name === 'settings.change')?.input).toMatchObject({
      patch: { exporting: { format: 'parquet', columnPreset: 'reading', anonymised: true } },
    });
    expect(closed()).toBe(1);
  });

  it('hands on the filter and the order of the list only where they are asked for', async () => {
    const { page, comments, started } = await open({ ...DEFAULT_EXPORT_CHOICE, rows: 'shown' });
    comments.change({ text: 'two', sort: 'likes' });
    await page.settle();
    expect(page.text()).toContain('The 1 that match');
    await page.click('button', 'Export');
    expect(started()).toMatchObject({ filter: { text: 'two', sort: 'likes' } });
  });

  it('asks for what is new since the last file', async () => {
    const { page, started } = await open({ ...DEFAULT_EXPORT_CHOICE, rows: 'new' });
    await page.click('button', 'Export');
    expect(started()).toMatchObject({ onlyNew: true });
  });

  it('moves columns by buttons, and leaves the focus with what was moved', async () => {
    const choice = { ...DEFAULT_EXPORT_CHOICE, columnPreset: 'own' as const, columns: ['content', 'likes'] };
    const { page, started } = await open(choice);
    await page.click('button', 'Move “Likes” up');
    await page.click('checkbox', 'Pinned');
    expect((page.get('button', 'Move “Likes” up') as HTMLButtonElement).disabled).toBe(true);
    await page.click('button', 'Export');
    expect(started()).toMatchObject({ columns: ['likes', 'content', 'pinned'] });
  });

  it('shows how the name comes out, without the note where the file is anonymised', async () => {
    const { page } = await open({ ...DEFAULT_EXPORT_CHOICE, namePattern: '{title}_{count}' });
    const title = createNote().title ?? '';
    expect(page.text()).toContain(`${title}_2.xlsx`);
    await page.click('switch', exportingEn['exporting.anonymise'] + exportingEn['exporting.anonymise-hint']);
    expect(page.text()).not.toContain(`${title}_2`);
    expect(page.text()).toContain('2.xlsx');
  });

  it('copies what the list shows as a table that a spreadsheet does not run', async () => {
    const written: ClipboardItem[] = [];
    const clipboard = { write: async (items: ClipboardItem[]) => void written.push(...items) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    const choice = {
      ...DEFAULT_EXPORT_CHOICE,
      columnPreset: 'own' as const,
      columns: ['comment_id', 'content'],
    };
    const { page } = await open(choice);
    await page.click('button', 'Copy as table');
    const text = await (await written[0]?.getType('text/plain'))?.text();
    expect(text).toBe('Comment ID\tContent\r\n' + "c1\t'=1+1\r\n" + 'c2\t"two\tcells\n""quoted"""');
    const html = await (await written[0]?.getType('text/html'))?.text();
    expect(html).toContain("<td>'=1+1</td>");
    expect(html).toContain('<td>two\tcells<br>&quot;quoted&quot;</td>');
  });
});
