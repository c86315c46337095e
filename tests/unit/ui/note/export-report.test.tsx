// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import type { ExportReport as Report } from '../../../../src/model/exports/export-report';
import { ExportReport } from '../../../../src/ui/note/export-report';
import { renderUi, type Rendered } from '../support/render-ui';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

const COVERAGE = {
  state: 'short',
  reason: 'failed',
  expected: { raw: '12', value: 12, approximate: false },
  got: 9,
  topLevel: { got: 6 },
  replies: { expected: null, got: 3, withoutTopLevelComment: 0 },
  leftOutAsGone: 0,
  shortThreads: [],
} as const;

const REPORT = {
  summary: ['A sentence.'],
  risks: [],
  comments: COVERAGE,
  sources: [
    { source: 'page', rows: 4 },
    { source: 'tikhub-app-v2', rows: 5 },
  ],
  duplicates: { dropped: 2 },
  calls: { billed: 3, failed: 0, cost: { USD: 0.03 }, hasUnknownPrice: false },
  created: { from: null, to: null },
  selection: {
    anonymised: false,
    filters: { text: 'tea', pinned: true, sort: 'newest' },
  },
} as unknown as Report;

it('says in the words of the panel who gave the rows, what they cost, and which were wanted', async () => {
  shown = await renderUi(<ExportReport report={REPORT} />);
  const text = shown.text();
  expect(text).toContain('the page (4) · TikHub App V2 (5)');
  expect(text).toContain('3 · $0.03');
  expect(text).toContain('Search: tea · Pinned · Sort: Newest');
  expect(text).not.toMatch(/tikhub-app-v2|USD|sort:/);
});
