import { describe, expect, it } from 'vitest';
import { at, commentWith, FOLDER, media, MP4, NOTE, runMedia, WEBP, wellDone } from './media-world';

const refuse = (status: number) => new Response('no', { status });

describe('a zip of media', () => {
  it('holds everything under safe names, byte for byte, with a report', async () => {
    const { written, zip, bytes, report, open } = await runMedia({
      comments: [commentWith('c/1', 'c1', 'c2')],
    });
    expect([...(zip?.keys() ?? [])]).toEqual([
      `${FOLDER}/01.webp`,
      `${FOLDER}/02.webp`,
      `${FOLDER}/live-02.mp4`,
      `${FOLDER}/video.mp4`,
      `${FOLDER}/comments/c1-1.webp`,
      `${FOLDER}/comments/c1-2.webp`,
      'media-report.json',
    ]);
    expect(zip?.get(`${FOLDER}/01.webp`)).toEqual(WEBP);
    expect(zip?.get(`${FOLDER}/video.mp4`)?.equals(MP4)).toBe(true);
    expect(written).toMatchObject({
      rows: 6,
      bytes: bytes.length,
      mimeType: 'application/zip',
      fileName: `${FOLDER}-media-20250501-110000.zip`,
      media: { bytes: 4 * WEBP.length + 2 * MP4.length, failed: 0, expired: 0, failures: [] },
    });
    expect(report).toMatchObject({ files: { count: 6, bytes: 4 * WEBP.length + 2 * MP4.length }, failed: 0 });
    expect(report?.saved[3]).toMatchObject({ source: at('v.mp4'), bytes: MP4.length });
    expect(open).toEqual([]);
  });

  it('asks without cookies and referrer, for what was chosen alone, at most three at a time', async () => {
    const images = Array.from({ length: 9 }, (_, index) => ({ url: at(`p${index}`) }));
    const { asked, most } = await runMedia({
      notes: [{ ...NOTE, images }],
      request: { kinds: ['image'] },
    });
    expect(asked.map(({ path }) => path)).toEqual(images.map((_, index) => `p${index}`));
    expect(most).toBe(3);
    for (const { init } of asked)
      expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  });

  it('keeps several notes apart, also where they are called alike', async () => {
    const { zip, written } = await runMedia({
      notes: [NOTE, { ...NOTE, noteId: 'n2' }, { ...NOTE, noteId: 'N1', title: NOTE.title ?? '' }],
      request: { noteIds: ['n1', 'n2', 'N1'], kinds: ['image'] },
    });
    const names = [...(zip?.keys() ?? [])].map((name) => name.toLowerCase());
    expect(new Set(names).size).toBe(7);
    expect(written?.fileName).toBe('3-notes-media-20250501-110000.zip');
  });

  it('counts while it goes on', async () => {
    const { progress } = await runMedia({ request: { kinds: ['image', 'video'] } });
    expect(progress[0]).toMatchObject({ rows: 0, expectedRows: 3, media: { bytes: 0 } });
    expect(progress.at(-1)).toMatchObject({ rows: 3, expectedRows: 3 });
  });
});

describe('what fails', () => {
  it('is tried at its other addresses, and leaves nothing half behind', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(MP4.subarray(0, 1000)));
        controller.error(new TypeError('network error'));
      },
    });
    const { zip, report, written } = await runMedia({
      request: { kinds: ['video'] },
      respond: (path) => (path.startsWith('v2') ? media(MP4) : new Response(broken)),
    });
    expect(zip?.get(`${FOLDER}/video.mp4`)?.equals(MP4)).toBe(true);
    expect(report?.saved).toMatchObject([{ source: at('v2.mp4'), bytes: MP4.length }]);
    expect(written?.media?.bytes).toBe(MP4.length);
  });

  it.each([
    ['an address whose time is over', () => refuse(403), { reason: 'expired', status: 403 }],
    ['a file that is gone', () => refuse(404), { reason: 'refused', status: 404 }],
    ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), { reason: 'network' }],
    ['a page instead', () => media(Buffer.from('<html>'), 'text/html'), { reason: 'not-media' }],
    ['nothing at all', () => media(Buffer.alloc(0)), { reason: 'empty' }],
    [
      'less than announced',
      () => new Response(new Uint8Array(WEBP), { headers: { 'content-length': '999' } }),
      { reason: 'cut-short' },
    ],
  ])('is listed: %s', async (_, respond, failure) => {
    const { zip, report, written } = await runMedia({
      request: { kinds: ['image'] },
      respond: (path, signal) => (path === 'b' ? respond() : wellDone(path, signal)),
    });
    expect([...(zip?.keys() ?? [])]).toEqual([`${FOLDER}/01.webp`, 'media-report.json']);
    expect(report?.failures).toMatchObject([{ name: `${FOLDER}/02`, ...failure }]);
    expect(written?.media).toMatchObject({
      failed: 1,
      expired: failure.reason === 'expired' ? 1 : 0,
      failures: [{ noteId: 'n1', name: `${FOLDER}/02`, reason: failure.reason }],
    });
  });

  it('says the way on for an address whose time is over', async () => {
    const { report } = await runMedia({
      respond: (path, signal) => (path === 'a' ? refuse(403) : wellDone(path, signal)),
    });
    expect(report?.failures[0]?.wayOn).toContain('Open the note again');
  });

  it('gives up a server that falls silent', async () => {
    const { report } = await runMedia({
      request: { kinds: ['image'] },
      respond: (path, signal) =>
        path === 'a'
          ? new Promise((_, reject) =>
              signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))),
            )
          : wellDone(path, signal),
    });
    expect(report?.failures).toMatchObject([{ reason: 'timed-out' }]);
  });

  it('never asks another host, nor keeps what one gave to whom the CDN sent us', async () => {
    const elsewhere = media(WEBP);
    Object.defineProperty(elsewhere, 'url', { value: 'https://example.org/a' });
    const images = [{ url: 'https://example.org/x.webp' }, { url: at('moved') }, { url: at('b') }];
    const { asked, report } = await runMedia({
      notes: [{ ...NOTE, images }],
      request: { kinds: ['image'] },
      respond: (path, signal) => (path === 'moved' ? elsewhere : wellDone(path, signal)),
    });
    expect(asked.map(({ path }) => path)).toEqual(['moved', 'b']);
    expect(report?.failures.map(({ reason }) => reason)).toEqual(['not-allowed', 'not-allowed']);
  });
});

describe('no file at all', () => {
  it('comes of notes that have nothing of the kind', async () => {
    const { thrown } = await runMedia({ request: { kinds: ['comment'] } });
    expect(thrown).toMatchObject({ code: 'media-none' });
  });

  it('comes where not one file came', async () => {
    const { thrown, progress } = await runMedia({ respond: () => refuse(403) });
    expect(thrown).toMatchObject({ code: 'media-not-got', details: { failed: 4, expired: 4 } });
    expect(progress.at(-1)?.media).toMatchObject({ failed: 4, expired: 4 });
  });

  it.each(['file', 'media-0'] as const)('comes of a disk that is full (%s)', async (part) => {
    const { thrown, open } = await runMedia({ capacity: { [part]: 300_000 }, request: { kinds: ['video'] } });
    expect(thrown).toMatchObject({ name: 'QuotaExceededError' });
    expect(open).toEqual([]);
  });
});
