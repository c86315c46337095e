// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import type { ActionEntry } from '../../../../src/model/actions/action-entry';
import { LibraryApp } from '../../../../src/ui/library/library-app';
import { readCsv } from '../../../support/read-csv';
import { createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';

const NOTE_ID = '68002bf700000005e16b95fd';
const COMMENT_ID = '68002c0000000000000000c1';

let shown: Rendered | undefined;
afterEach(() => {
  shown?.end();
  location.hash = '';
});

const at = (day: number) => new Date(2026, 4, day, 12).getTime();
const entry = (changes: Partial<ActionEntry>): ActionEntry => ({
  ...{ actionId: 'a1', action: 'reply', noteId: NOTE_ID, commentId: COMMENT_ID, viewerId: 'v1' },
  ...{ content: 'in stock', at: at(3), endedAt: at(3) + 500, mode: 'send', jobId: 'j1' },
  ...{ outcome: { is: 'done', proof: 'answer' } },
  ...changes,
});
const LOG: readonly ActionEntry[] = [
  entry({ outcome: { is: 'done', proof: 'answer', commentId: 'c'.repeat(24) } }),
  entry({ actionId: 'a2', content: '=1+1', viewerId: 'v2', outcome: { is: 'uncertain' } }),
  {
    ...{ actionId: 'a3', action: 'like', noteId: NOTE_ID, viewerId: 'v1', at: at(1) },
    ...{ mode: 'send', jobId: 'j1', outcome: { is: 'already' } },
  },
  entry({ actionId: 'a4', outcome: { is: 'refused', code: 'captcha', sign: 'captcha', siteCode: 461 } }),
];

async function open(log: readonly ActionEntry[] = LOG) {
  location.hash = '#act';
  const note = { noteId: NOTE_ID, title: 'Spring tea', host: 'www.xiaohongshu.com', tokens: [] };
  const fake = createFakePorts({
    readers: {
      listActions: async () => [...log],
      findNote: async (noteId) => (noteId === NOTE_ID ? (note as never) : undefined),
      listJobItems: async ({ jobId, state }) =>
        jobId === 'j1' && state === 'short'
          ? ([{ itemId: '00007', work: { stage: 'sent', actionId: 'a2' } }] as never)
          : [],
    },
    answers: {
      'job.retry': () => ({}),
      'account.list': () => ({ state: 'ready', accounts: [{ userId: 'v2', name: 'Second shop' }] }),
    },
  });
  shown = await renderUi(<LibraryApp />, fake.ports);
  return { fake, view: shown };
}

async function chooseDay(label: string, day: string) {
  await act(async () => {
    const field = [...document.querySelectorAll<HTMLInputElement>('input[type=date]')].find((one) =>
      one.labels?.[0]?.textContent?.startsWith(label),
    );
    if (!field) throw new Error(`no day ${label}`);
    field.value = day;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const count = (view: Rendered) => /(\d+) entr(?:y|ies)/.exec(view.text())?.[1];

describe('the log of actions', () => {
  it('is searched by text, note and ids, and narrowed by action, result, account and day', async () => {
    const { view } = await open();
    expect(count(view)).toBe('4');
    await view.type('Search text, note, comment or account', 'spring TEA stock');
    expect(count(view)).toBe('2');
    await view.type('Search text, note, comment or account', '');
    await view.choose('Action', 'like');
    expect(count(view)).toBe('1');
    await view.choose('Action', 'all');
    await view.choose('Result', 'refused');
    expect(count(view)).toBe('1');
    await view.choose('Result', 'all');
    await view.choose('Account', 'v2');
    expect(count(view)).toBe('1');
    await view.choose('Account', 'all');
    await view.choose('Result', 'rehearsed');
    expect(view.text()).toContain('Nothing matches.');
    await view.choose('Result', 'all');
    await chooseDay('From', '2026-05-02');
    expect(count(view)).toBe('3');
    await chooseDay('To', '2026-05-02');
    expect(count(view)).toBe('0');
  });

  it('leads to the note, and to the comments of it that are kept', async () => {
    const { view } = await open();
    const links = [...document.querySelectorAll<HTMLAnchorElement>('table a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links).toContain(`https://www.xiaohongshu.com/explore/${NOTE_ID}`);
    expect(links).toContain(`#comments/${NOTE_ID}`);
    expect(view.text()).toContain('Spring tea');
    // Who did it, by the name that the user gave the account.
    expect(document.querySelector('table')?.textContent).toContain('Second shop');
  });

  it('looks again for what was not confirmed, for that one alone', async () => {
    const { view, fake } = await open();
    const name = [...document.querySelectorAll('button')].find((button) =>
      button.textContent?.startsWith('Check again'),
    );
    await view.click('button', name?.textContent ?? '');
    expect(fake.calls).toContainEqual({ name: 'job.retry', input: { jobId: 'j1', itemId: '00007' } });
  });

  it('says that what has no job any more cannot be looked for', async () => {
    const { view, fake } = await open([entry({ jobId: 'gone', outcome: { is: 'uncertain' } })]);
    const name = [...document.querySelectorAll('button')].find((button) =>
      button.textContent?.startsWith('Check again'),
    );
    await view.click('button', name?.textContent ?? '');
    expect(view.text()).toContain('The job is gone');
    expect(fake.calls.some(({ name: call }) => call === 'job.retry')).toBe(false);
  });

  it('is written to a file as it is narrowed, with proof and reason, guarded for spreadsheets', async () => {
    const { view, fake } = await open();
    await view.click('button', 'Export CSV');
    await view.click('button', 'Export JSON');
    const [csv, json] = fake.saved;
    expect(csv?.fileName).toMatch(/^actions-\d{8}-\d{6}\.csv$/);
    const { rows } = readCsv(csv?.text ?? '');
    const column = (name: string) => rows.map((row) => row[name]);
    expect(column('Result')).toEqual(['done', 'uncertain', 'already', 'refused']);
    expect(column('Proof')).toEqual(['answer', '', '', '']);
    expect(column('Reason')).toEqual(['', '', '', 'captcha']);
    expect(column('Code of the site')).toEqual(['', '', '', '461']);
    expect(column('Account')).toEqual(['v1', 'v2', 'v1', 'v1']);
    expect(column('Name of the account')).toEqual(['', 'Second shop', '', '']);
    expect(column('Text')).toEqual(['in stock', "'=1+1", '', 'in stock']);
    expect(JSON.parse(json?.text ?? '')[0]).toMatchObject({
      ...{ action_id: 'a1', account: 'v1', action: 'reply', note_id: NOTE_ID, note_title: 'Spring tea' },
      ...{ comment_id: COMMENT_ID, outcome: 'done', proof: 'answer', new_comment_id: 'c'.repeat(24) },
    });
  });

  it('draws of 10,000 entries only those on screen', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => entry({ actionId: `a${index}` }));
    const { view } = await open(many);
    expect(view.text()).toContain('10,000 entries');
    expect(document.querySelectorAll('tbody tr').length).toBeLessThan(200);
    expect(document.querySelector('table')?.getAttribute('aria-rowcount')).toBe('10001');
  });
});
