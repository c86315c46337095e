import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { exportFrontNote, exportLinkedNote } from '../../../../src/background/toolbar/export-note';
import { tellFailedExport } from '../../../../src/background/toolbar/tell-failed-export';
import type { Services } from '../../../../src/background/services';
import type { ExportState } from '../../../../src/model/export';
import type { Badge } from '../../../../src/platform/surfaces/action-badge';
import { NOW, TAB, startBackgroundUnderTest } from '../../../support/background/background-under-test';
import {
  NOTE_ID,
  OTHER_NOTE_ID,
  noteUrl,
  toCommentBody,
  toCommentRow,
} from '../../../support/background/invented-note';

const failed = (code: 'storage-full' | 'cancelled'): ExportState => ({
  exportId: 'e1',
  noteId: NOTE_ID,
  state: 'failed',
  rows: 0,
  expectedRows: 1,
  error: { code, message: code, retryable: false, details: {} },
  startedAt: NOW,
  updatedAt: NOW,
});

/** The background, with what the toolbar button shows and what the exports answer. */
async function start(answer: () => Promise<ExportState>, consent = true) {
  const background = await startBackgroundUnderTest({ consent });
  const badges: { tabId: number; badge: Badge }[] = [];
  const asked: string[] = [];
  const services: Services = {
    ...background.services,
    exports: {
      ...background.services.exports,
      startUnseen: ({ noteId }) => {
        asked.push(noteId);
        return answer();
      },
    },
    showBadge: (tabId, badge) => {
      badges.push({ tabId, badge });
      return Promise.resolve();
    },
  };
  return { background, services, badges, asked };
}

const reasonOf = (badges: readonly { badge: Badge }[]) =>
  badges.map(({ badge }) => [badge.text, badge.title]);

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US');
});

describe('an export from the menu or a key', () => {
  it('that fails is said by the button of the tab, with the reason', async () => {
    const { background, services, badges, asked } = await start(() =>
      Promise.resolve(failed('storage-full')),
    );
    await background.reportPage();
    await exportFrontNote(services, TAB.id);
    expect(asked).toEqual([NOTE_ID]);
    expect(reasonOf(badges)).toEqual([['!', expect.stringMatching(/^Export failed: The disk is full/)]]);
  });

  it('says why where no note is in front, and before consent', async () => {
    const without = await start(() => Promise.resolve(failed('storage-full')));
    await exportFrontNote(without.services, TAB.id);
    expect(reasonOf(without.badges)).toEqual([['!', 'Export failed: No note is open in this tab.']]);

    fakeBrowser.reset();
    vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('zh-CN');
    const early = await start(() => Promise.resolve(failed('storage-full')), false);
    await exportFrontNote(early.services, TAB.id);
    expect(reasonOf(early.badges)).toEqual([['!', '导出没有成功：请先在欢迎页同意，之后才会保存内容。']]);
  });

  it('never rejects: what nobody expected is said, and kept for a report', async () => {
    const { background, services, badges } = await start(() => Promise.reject(new TypeError('broken')));
    await background.reportPage();
    await exportFrontNote(services, TAB.id);
    expect(reasonOf(badges)[0]?.[0]).toBe('!');
    expect(await services.problems.list()).toMatchObject([{ code: 'unexpected', where: 'background' }]);
  });

  it('of a link exports what is stored, and opens a note of which no comment is', async () => {
    const { background, services, asked } = await start(() => Promise.resolve(failed('cancelled')));
    await background.reportPage();
    await background.reportCapture({ body: toCommentBody([toCommentRow(1)]) });
    await exportLinkedNote(services, TAB.id, noteUrl());
    expect(asked).toEqual([NOTE_ID]);

    const opened = vi.spyOn(fakeBrowser.tabs, 'create');
    await exportLinkedNote(services, TAB.id, noteUrl(OTHER_NOTE_ID));
    expect(asked).toEqual([NOTE_ID]);
    expect(opened).toHaveBeenCalledWith({ url: noteUrl(OTHER_NOTE_ID), active: true });
  });
});

describe('an export that fails later', () => {
  it('is said wherever its note is in front, and kept for a report', async () => {
    const { background, services, badges } = await start(() => Promise.reject(new Error('unused')));
    await background.reportPage();
    await tellFailedExport(services, failed('storage-full'));
    expect(badges).toMatchObject([{ tabId: TAB.id, badge: { text: '!' } }]);
    expect(await services.problems.list()).toMatchObject([{ code: 'storage-full', where: 'export' }]);
  });

  it('is silent when the user stopped it', async () => {
    const { background, services, badges } = await start(() => Promise.reject(new Error('unused')));
    await background.reportPage();
    await tellFailedExport(services, failed('cancelled'));
    expect(badges).toEqual([]);
    expect(await services.problems.list()).toEqual([]);
  });
});
