// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { ExportState } from '../../../../src/model/export';
import type { Note } from '../../../../src/model/note';
import { createMediaStore } from '../../../../src/ui/media/create-media-store';
import { MediaDialog } from '../../../../src/ui/media/media-dialog';
import { MediaOutcome } from '../../../../src/ui/media/media-outcome';
import { createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';
import { createNote, NOTE_ID } from '../support/samples';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

const NOTE: Note = {
  ...createNote(),
  images: [{ url: 'https://a.xhscdn.com/1' }, { url: 'https://a.xhscdn.com/2', livePhotoUrl: 'x' }],
  video: { streams: [{ codec: 'h264', url: 'v', backupUrls: [], sizeBytes: 12_300_000 }] },
};
const STATE: ExportState = {
  exportId: 'm',
  noteId: NOTE_ID,
  state: 'writing',
  rows: 1,
  expectedRows: 4,
  media: { bytes: 2_000_000, failed: 0, expired: 0, failures: [] },
  startedAt: 1,
  updatedAt: 1,
};

async function open(world: { grants?: boolean; listed?: ExportState[] } = {}) {
  const fake = createFakePorts({
    grants: world.grants ?? true,
    answers: {
      'media.start': () => STATE,
      'export.cancel': () => ({}),
      'export.list': () => world.listed ?? [],
    },
    readers: { findNote: async () => NOTE, countCommentPictures: async () => 0 },
  });
  const media = createMediaStore(fake.ports, new AbortController().signal);
  let closed = 0;
  shown = await renderUi(
    <>
      <MediaDialog media={media} noteIds={[NOTE_ID, 'other']} onClose={() => (closed += 1)} />
      <MediaOutcome media={media} />
    </>,
    fake.ports,
  );
  await shown.settle();
  const started = () => fake.calls.filter(({ name }) => name === 'media.start').map(({ input }) => input);
  return { ...fake, page: shown, media, started, closed: () => closed };
}

describe('MediaDialog', () => {
  it('says how many files there are, and how large where that is known', async () => {
    const { page } = await open();
    expect(page.text()).toContain('Pictures4 files, size not known');
    expect(page.text()).toContain('Videos2 files, about 25 MB');
    expect(page.text()).toContain('Pictures in commentsNone');
    expect(page.has('button', 'Save 8 files')).toBe(true);
  });

  it('asks the browser first, then starts with what was chosen', async () => {
    const { page, asked, started, closed } = await open();
    await page.click('switch', 'Videos2 files, about 25 MB');
    await page.click('button', 'Save 6 files');
    expect(asked).toContain('request media');
    expect(started()).toMatchObject([
      { format: 'media', noteId: NOTE_ID, noteIds: [NOTE_ID, 'other'], kinds: ['image', 'live'] },
    ]);
    expect(closed()).toBe(1);
  });

  it('says the way on where the user does not allow it, and starts nothing', async () => {
    const { page, started } = await open({ grants: false });
    await page.click('button', 'Save 8 files');
    expect(started()).toEqual([]);
    expect(page.text()).toContain('Press “Save” again and allow it.');
  });
});

describe('MediaOutcome', () => {
  it('shows files and bytes while it goes on, and can be cancelled', async () => {
    const { page, calls } = await open({ listed: [STATE] });
    expect(page.text()).toContain('1 of 4 files, 2 MB');
    await page.click('button', 'Cancel');
    // The dialog's own button of that name comes first; the one beside the bar is the last.
    const last = [...document.querySelectorAll('button')]
      .filter((one) => one.textContent === 'Cancel')
      .at(-1);
    last?.click();
    await page.settle();
    expect(calls).toContainEqual({ name: 'export.cancel', input: { exportId: 'm' } });
  });

  it('lists what failed, why, and what to do about addresses that are too old', async () => {
    const { page, emit } = await open();
    emit('export.changed', {
      ...STATE,
      state: 'done',
      rows: 4,
      fileName: 'media.zip',
      media: {
        bytes: 2_000_000,
        failed: 2,
        expired: 1,
        failures: [
          { noteId: NOTE_ID, name: 'folder/02', reason: 'expired' },
          { noteId: NOTE_ID, name: 'folder/comments/c-1', reason: 'timed-out' },
        ],
      },
    });
    await page.settle();
    expect(page.text()).toContain('2 files saved, 2 MB');
    expect(page.text()).toContain('2 files could not be downloaded.');
    expect(page.text()).toContain('Addresses that are too old: 1. Open the note again');
    expect(page.text()).toContain('02: the address is too old');
    expect(page.text()).toContain('comments/c-1: took too long');
  });

  it('leaves exports of comments to others', async () => {
    const { media, emit } = await open();
    const { media: own, ...rows } = STATE;
    expect(own).toBeDefined();
    emit('export.changed', rows);
    expect(media.current.value).toBeUndefined();
  });
});
