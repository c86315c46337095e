// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { errorsEn } from '../../../../src/i18n/en/errors';
import { enrichEn } from '../../../../src/i18n/en/providers/enrich';
import { AppError } from '../../../../src/model/errors';
import {
  AUTHOR_ID,
  ESTIMATE,
  FULL,
  NO_KEY,
  PROFILE,
  openDetails,
  type DetailsWorld,
} from '../support/open-details';
import { createRun } from '../support/provider-samples';
import type { Rendered } from '../support/render-ui';
import { createNote } from '../support/samples';

let shown: Rendered | undefined;
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  shown?.end();
  vi.useRealTimers();
});

async function open(world: DetailsWorld = {}) {
  const opened = await openDetails(world);
  shown = opened.page;
  return opened;
}

describe('where things come from', () => {
  it('names the provider of a field, and the door of the page', async () => {
    const { page } = await open({ note: FULL, estimate: NO_KEY });
    const lines = [...document.querySelectorAll('.provenance-line')].map((line) => line.textContent);
    expect(lines.some((line) => line?.startsWith('placeTikHub App V2 · '))).toBe(true);
    expect(lines.some((line) => line?.startsWith('textthe page as delivered · '))).toBe(true);
    expect(page.text()).toContain('Where this comes from');
  });
});

describe('the author card', () => {
  it('shows what is kept of them, with where each part comes from', async () => {
    const { page } = await open({ author: PROFILE });
    for (const words of [
      '998877665',
      '4,321',
      '55',
      '66,777',
      '88',
      'A bio of two',
      'Sichuan',
      'Female',
      'Baker',
    ])
      expect(page.text()).toContain(words);
    expect(page.text()).toContain('Verified: An invented brand');
    expect(page.text()).toContain('Where the profile comes from');
  });

  it('asks for a profile on a click alone, and shows it when it has come', async () => {
    const world = await open({
      authorEstimate: ESTIMATE,
      answers: {
        'author.enrich': () => {
          world.kept.author = PROFILE;
          world.emit('author.changed', { authorKey: `site:${AUTHOR_ID}` });
          return { runs: [createRun(1, { provider: 'tikhub-app-v2' })] };
        },
      },
    });
    const { page, named } = world;
    expect(named('author.enrich')).toEqual([]);
    await page.click('button', 'Get the profile');
    expect(named('author.enrich')).toEqual([{ authorId: { kind: 'site', value: AUTHOR_ID }, agreed: true }]);
    expect(page.text()).toContain('Filled by TikHub App V2: numbers, bio, place, and tags');
    expect(page.text()).toContain('4,321');
    expect(page.has('button', 'Renew the profile')).toBe(true);
  });

  it('links nowhere and asks nobody by a masked id', async () => {
    const author = {
      id: { kind: 'masked' as const, value: 'a'.repeat(29) },
      nickname: 'Masked one',
      redId: '12345',
    };
    const { page, named } = await open({ note: createNote({ author }), authorEstimate: ESTIMATE });
    expect(page.text()).toContain('12345');
    expect(page.text()).toContain(enrichEn['enrich.author-masked']);
    expect(page.has('link', 'Masked one')).toBe(false);
    expect(page.has('button', 'Get the profile')).toBe(false);
    expect(named('operation.estimate')).not.toContainEqual(
      expect.objectContaining({ operation: 'author.profile' }),
    );
  });

  it('is not there when nothing is known and nobody can be asked', async () => {
    const { page } = await open();
    expect(page.has('heading', 'Author')).toBe(false);
    expect([...document.querySelectorAll('h2')].map((head) => head.textContent)).not.toContain('Author');
  });

  it('says when what is kept cannot be read, and reads again', async () => {
    const fake = await open({ author: PROFILE });
    fake.ports.readers.findAuthor = () => Promise.reject(new AppError('database-blocked'));
    await act(async () => fake.emit('author.changed', { authorKey: `site:${AUTHOR_ID}` }));
    await fake.page.settle();
    expect(fake.page.text()).toContain(errorsEn['error.database-blocked']);
    fake.ports.readers.findAuthor = async () => PROFILE;
    await fake.page.click('button', 'Try again');
    expect(fake.page.text()).toContain('998877665');
  });
});
