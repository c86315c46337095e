// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { costsEn } from '../../../../src/i18n/en/providers/costs';
import type { LedgerEntry } from '../../../../src/model/providers/ledger';
import { findAuthorTarget, findTopicId } from '../../../../src/ui/library/explore/query/find-target';
import { LibraryApp } from '../../../../src/ui/library/library-app';
import { toSpan } from '../../../../src/ui/library/costs/period';
import { formatAmounts } from '../../../../src/ui/providers/format-amounts';
import { createTexts } from '../../../../src/ui/text-context';
import { readCsv } from '../../../support/read-csv';
import { createFakePorts } from '../support/fake-ports';
import { siteId } from '../support/provider-samples';
import { renderUi, type Rendered } from '../support/render-ui';

let shown: Rendered | undefined;
afterEach(() => {
  shown?.end();
  location.hash = '';
});

const entry = (number: number, over: Partial<LedgerEntry> = {}): LedgerEntry => ({
  entryId: `${1_750_000_000_000 + number}-0`,
  at: Date.now() - number,
  runId: `r${number}`,
  family: 'tikhub',
  provider: 'tikhub-app-v2',
  operation: 'search.notes',
  endpoint: '/api/v1/xiaohongshu/app_v2/search_notes',
  durationMs: 1_200,
  outcome: 'ok',
  billed: true,
  price: { currency: 'USD', amount: 0.01 },
  ...over,
});
const sum = {
  group: '2026-03-01',
  calls: 12,
  billedCalls: 9,
  failedCalls: 2,
  cachedAnswers: 1,
  cost: { USD: 0.09, credit: 3 },
  unpricedCalls: 4,
};

async function open(entries: readonly LedgerEntry[], groupings: string[] = []) {
  location.hash = '#costs';
  const fake = createFakePorts({
    readers: {
      listLedger: async ({ limit, before, provider, outcome }) =>
        entries
          .filter((one) => before === undefined || one.entryId < before)
          .filter((one) => provider === undefined || one.provider === provider)
          .filter((one) => outcome === undefined || (one.outcome === 'ok') === (outcome === 'ok'))
          .slice(0, limit),
      sumLedger: async (grouping) => (
        groupings.push(grouping),
        [{ ...sum, group: groupings.length > 1 ? 'parsebot' : sum.group }]
      ),
    },
  });
  shown = await renderUi(<LibraryApp />, fake.ports);
  return { ...fake, page: shown };
}

describe('costs', () => {
  it('say that nothing was asked yet', async () => {
    const { page } = await open([]);
    expect(page.text()).toContain('No calls yet');
  });

  it('are added up, by currency, with what is not known said beside it', async () => {
    const groupings: string[] = [];
    const { page } = await open([entry(1)], groupings);
    expect(page.text()).toContain('$0.09 + 3 credits');
    expect(page.text()).toContain('4 more calls of unknown price are not in it.');
    expect(page.text()).toContain('Mar 1, 2026');
    await page.click('radio', 'Provider');
    expect(groupings.at(-1)).toBe('provider');
    expect(document.querySelector('.cost-group')?.textContent).toBe('Parse.bot');
  });

  it('find an attempt that lies far behind those read at first, and one that is nowhere is said so', async () => {
    const far = entry(0, { provider: 'parsebot', family: 'parsebot', operation: 'author.profile' });
    const { page } = await open([...Array.from({ length: 450 }, (_, index) => entry(450 - index)), far]);
    const isOlder = () => page.has('button', costsEn['costs.older']);
    const isNothing = () => page.text().includes(costsEn['costs.no-match']);
    expect([isOlder(), isNothing()]).toEqual([true, false]);
    await page.choose('Provider', 'parsebot');
    expect([isOlder(), isNothing()]).toEqual([false, false]);
    await page.choose('Outcome', 'failed');
    expect([isOlder(), isNothing()]).toEqual([false, true]);
    expect(page.text()).not.toContain('No calls yet');
    await page.choose('Outcome', 'all');
    await page.choose('Provider', 'all');
    expect([isOlder(), isNothing()]).toEqual([true, false]);
  });

  it('are exported, failures and free answers too', async () => {
    const failed = entry(2, { outcome: 'timeout', billed: false, reason: '=cmd' });
    delete (failed as { price?: unknown }).price;
    const { page, saved } = await open([entry(3), failed, entry(1)]);
    await page.click('button', 'Export CSV');
    await page.click('button', 'Export JSON');
    const rows = readCsv(saved[0]?.text ?? '').rows;
    expect(rows.map((row) => [row['Outcome'], row['Reason'], row['Price'], row['Charged']])).toEqual([
      ['ok', '', '0.01', 'true'],
      ['timeout', "'=cmd", '', 'false'],
      ['ok', '', '0.01', 'true'],
    ]);
    expect(JSON.parse(saved[1]?.text ?? '')).toHaveLength(3);
  });

  it('are read again when something was added', async () => {
    const entries: LedgerEntry[] = [];
    const { page, emit } = await open(entries);
    entries.push(entry(1));
    emit('ledger.changed', {});
    await page.settle();
    expect(page.text()).not.toContain('No calls yet');
  });

  it('begin at midnight here, days counted by the calendar', () => {
    const now = new Date(2026, 2, 10, 15, 30).getTime();
    expect(toSpan('day', now)).toEqual({ since: new Date(2026, 2, 10).getTime() });
    expect(toSpan('week', now)).toEqual({ since: new Date(2026, 2, 4).getTime() });
    expect(toSpan('all', now)).toEqual({});
  });
});

describe('words and targets', () => {
  it('says amounts by currency, nothing for nothing', () => {
    const texts = createTexts('en');
    expect(formatAmounts({ USD: 0.0123, CNY: 1.2, credit: 1 }, texts)).toBe('$0.0123 + ¥1.20 + 1 credit');
    expect(formatAmounts({ USD: 0 }, texts)).toBeUndefined();
  });

  it('finds who and what a text names', () => {
    const id = siteId(1);
    expect(findAuthorTarget(` ${id} `)).toEqual({ userId: id });
    expect(findAuthorTarget(`https://www.xiaohongshu.com/user/profile/${id}?xsec_token=AB`)).toEqual({
      userId: id,
    });
    expect(findAuthorTarget('看看 https://xhslink.com/m/abc 吧')).toEqual({
      shareText: 'https://xhslink.com/m/abc',
    });
    expect(findAuthorTarget(`https://www.xiaohongshu.com/explore/${id}`)).toBeUndefined();
    expect(findAuthorTarget('someone')).toBeUndefined();
    expect(findTopicId(id)).toBe(id);
    expect(findTopicId(`https://example.com/topic?a=1&id=${id}&b=2`)).toBe(id);
    expect(findTopicId(`https://example.com/topic?id=${id}0`)).toBeUndefined();
  });
});
