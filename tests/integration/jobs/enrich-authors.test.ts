import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { exportPeople } from '../../../src/background/jobs/export-people';
import type { JobInput } from '../../../src/model/jobs/job-inputs';
import { toExactCount } from '../../../src/model/values/count';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { createGatewayUnderTest, PRICED } from '../../support/providers/gateway-under-test';
import { noteIdOf, noteSeries } from '../../support/providers/note-world';
import { readCsv } from '../../support/read-csv';

const [ANNA, BO, GONE] = [noteIdOf(1), noteIdOf(2), noteIdOf(3)];

function answer(url: URL): FakeAnswer {
  if (url.pathname.endsWith('/link')) return { payload: { userId: BO } };
  const userId = url.searchParams.get('userId') ?? '';
  if (userId === GONE) return { fail: { kind: 'not-found', billed: false } };
  const id = { kind: 'masked', value: `masked ${userId}` };
  const counts = { fans: toExactCount(Number.parseInt(userId, 16) * 100) };
  return { payload: { id, fields: { nickname: `name ${Number.parseInt(userId, 16)}` }, counts } };
}

async function enrich(
  input: JobInput<'enrich-authors'>,
  { takesLinks = false, ...settings }: { takesLinks?: boolean; cacheHours?: number } = {},
  told = answer,
) {
  const series = [noteSeries('tikhub-app-v2', { takesLinks }), noteSeries('justoneapi')];
  const gateway = createGatewayUnderTest(series, told, {
    ...PRICED,
    ...settings,
  });
  const test = createEngineUnderTest(gateway.gateway, gateway.clock);
  const { cacheHours } = gateway.settings;
  test.settings = { ...test.settings, providers: { ...test.settings.providers, cacheHours } };
  const { jobId } = await test.engine.start({ kind: 'enrich-authors', input, agreed: true });
  await test.runOut();
  const database = await test.connection.open();
  const [job, authors, items] = await Promise.all([
    test.findJob(jobId),
    database.getAll('authors'),
    database.getAll('jobItems'),
  ]);
  return { test, gateway, job, authors, items };
}

const row = (name: string, who: { userId?: string; text?: string }) => ({ cells: [name, '=1+1'], ...who });

describe('profiles for a list of people', () => {
  const input = {
    columns: ['name', 'remark'],
    rows: [
      row('anna', { userId: ANNA }),
      row('anna again', { userId: ANNA.toUpperCase() }),
      row('anna by link', { text: `https://www.xiaohongshu.com/user/profile/${ANNA}?xsec_token=T` }),
      row('bo by short link', { text: '看看 http://xhslink.com/a/bo' }),
      row('gone', { userId: GONE }),
      row('gone again', { userId: GONE }),
      row('number', { userId: '123456' }),
      row('nobody', {}),
      row('words', { text: 'hello' }),
      row('a note', { text: `https://www.xiaohongshu.com/explore/${ANNA}` }),
    ],
  };

  it.each([24, 0])(
    'asks once for each, and names the rows that are no good (answers kept %i h)',
    async (cacheHours) => {
      const { gateway, job, authors, items } = await enrich(input, { cacheHours });
      const asked = gateway.line.urls.map((url) => new URL(url).searchParams.get('userId') ?? 'link').sort();
      expect(asked).toEqual([ANNA, BO, GONE, GONE, 'link'].sort());
      expect(authors.map(({ id }) => id)).toEqual([ANNA, BO].map((value) => ({ kind: 'site', value })));
      const states = [...items]
        .sort((a, b) => Number(a.itemId.slice(4)) - Number(b.itemId.slice(4)))
        .map(({ state, error }) => error?.code ?? state);
      expect(states).toEqual([
        'done',
        'done',
        'done',
        'done',
        'providers-failed',
        'providers-failed',
        'invalid-input',
        'invalid-input',
        'link-not-recognised',
        'nothing-found',
      ]);
      expect(job).toMatchObject({
        state: 'partial',
        progress: { itemsKnown: 10, itemsDone: 10, itemsFailed: 6, rows: 2 },
      });
    },
  );

  it('comes to its end where one who stands in the list sixty times is not to be had at first', async () => {
    let failures = 4;
    const people = [ANNA, BO];
    const rows = people.flatMap((userId) => Array.from({ length: 30 }, () => row('again', { userId })));
    const { gateway, job, items } = await enrich({ columns: ['name', 'remark'], rows }, {}, (url) => {
      failures -= 1;
      return failures < 0 ? answer(url) : { fail: { kind: 'server', billed: false, noRetry: true } };
    });
    expect(job).toMatchObject({
      state: 'done',
      progress: { itemsKnown: 60, itemsDone: 60, rows: 2, duplicates: 58 },
    });
    expect(items.every(({ state }) => state === 'done')).toBe(true);
    expect(gateway.line.asked.length).toBeLessThan(10);
  });

  it('reads who is behind a short link with one call, where somebody takes one', async () => {
    const byLink = (url: URL): FakeAnswer => {
      if (!url.searchParams.has('shareText')) return answer(url);
      const id = { kind: 'site', value: BO };
      return { payload: { id, fields: { nickname: 'name 2' }, counts: {} } };
    };
    const rows = [
      row('bo by short link', { text: '看看 http://xhslink.com/a/bo' }),
      row('anna', { userId: ANNA }),
    ];
    const columns = ['name', 'remark'];
    const { gateway, job, authors, items } = await enrich({ columns, rows }, { takesLinks: true }, byLink);
    expect(gateway.line.asked).toEqual(['/tikhub-app-v2/profile', '/tikhub-app-v2/profile']);
    expect(authors.map(({ id }) => id.value)).toEqual([ANNA, BO]);
    expect(items.map(({ state, label }) => [state, label])).toEqual([
      ['done', 'name 2'],
      ['done', 'name 1'],
    ]);
    expect(job).toMatchObject({ state: 'done', progress: { rows: 2, billedCalls: 2 } });
    // Who is told of under a masked id is looked up.
    const unknown = await enrich({ columns, rows: rows.slice(0, 1) }, { takesLinks: true });
    expect(unknown.gateway.line.asked.map((path) => path.split('/').at(-1))).toEqual([
      'profile',
      'link',
      'profile',
    ]);
    expect(unknown.authors.map(({ id }) => id)).toEqual([{ kind: 'site', value: BO }]);
  });

  it('counts one who stands behind two links once, although both are asked at the same time', async () => {
    const rows = ['one', 'two'].map((name) => row(name, { text: `http://xhslink.com/a/${name}` }));
    const { gateway, job } = await enrich(
      { columns: ['name', 'remark'], rows },
      { takesLinks: true },
      () => ({
        payload: { id: { kind: 'site', value: BO }, fields: { nickname: 'name 2' }, counts: {} },
      }),
    );
    expect(gateway.line.asked).toHaveLength(2);
    expect(job).toMatchObject({ state: 'done', progress: { itemsDone: 2, rows: 1, duplicates: 1 } });
  });

  it('counts whom two links lead to once, without going through all rows that are over', async () => {
    const lists = vi.spyOn(IDBIndex.prototype, 'getAll');
    const byLink = (url: URL): FakeAnswer => {
      // Two links each lead to the same person.
      const link = Number(/link-(\d+)/.exec(url.searchParams.get('shareText') ?? '')?.[1]);
      const value = noteIdOf(10 + Math.floor(link / 2));
      return { payload: { id: { kind: 'site', value }, fields: {}, counts: {} } };
    };
    const rows = Array.from({ length: 12 }, (_, each) =>
      row('by link', { text: `http://xhslink.com/a/link-${each}` }),
    );
    const { job, authors } = await enrich(
      { columns: ['name', 'remark'], rows },
      { takesLinks: true },
      byLink,
    );
    expect(authors).toHaveLength(6);
    expect(job).toMatchObject({ state: 'done', progress: { itemsDone: 12, rows: 6, duplicates: 6 } });
    const ofDone = lists.mock.calls.filter(([range]) =>
      JSON.stringify((range as IDBKeyRange | null)?.lower)?.includes('"done"'),
    );
    expect(ofDone).toEqual([]);
    lists.mockRestore();
  });

  it('comes back whole, with what is known beside each row', async () => {
    const { test, job } = await enrich({ ...input, columns: ['name', '=HYPERLINK("x")'] });
    const { text, rows } = await exportPeople(test, job?.jobId ?? '', 'en');
    expect(rows).toBe(10);
    const { header, rows: read } = readCsv(text);
    const lines = read.map((line) => header.map((name) => line[name] ?? ''));
    expect(header.slice(0, 6)).toEqual([
      'name',
      '\'=HYPERLINK("x")',
      'Result',
      'Reason',
      'Author id',
      'Author',
    ]);
    const fans = header.indexOf('Followers');
    expect(lines.map((line) => [line[0], line[2], line[3], line[5], line[fans]])).toEqual([
      ['anna', 'done', '', 'name 1', '100'],
      ['anna again', 'done', '', 'name 1', '100'],
      ['anna by link', 'done', '', 'name 1', '100'],
      ['bo by short link', 'done', '', 'name 2', '200'],
      ['gone', 'failed', 'providers-failed', '', ''],
      ['gone again', 'failed', 'providers-failed', '', ''],
      ['number', 'failed', 'invalid-input', '', ''],
      ['nobody', 'failed', 'invalid-input', '', ''],
      ['words', 'failed', 'link-not-recognised', '', ''],
      ['a note', 'failed', 'nothing-found', '', ''],
    ]);
    // A cell that a spreadsheet would take for a formula does not stand there as one.
    expect(lines.every((line) => line[1] !== '=1+1' && line[1]?.endsWith('=1+1'))).toBe(true);
    await expect(exportPeople(test, 'none', 'en')).rejects.toMatchObject({ code: 'nothing-found' });
  });
});
