import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { applyRetention } from '../../src/background/forget/apply-retention';
import { toAuthorKey } from '../../src/model/author';
import { NOW, TAB, startBackgroundUnderTest } from '../support/background/background-under-test';
import type { BackgroundUnderTest } from '../support/background/background-under-test';
import { NOTE_ID, READER_ID, toCommentBody, toCommentRow } from '../support/background/invented-note';

const DAY_MS = 86_400_000;
let background: BackgroundUnderTest;
const badge = () => background.badges.get(TAB.id);

beforeEach(async () => {
  fakeBrowser.reset();
  fakeBrowser.i18n.getUILanguage = () => 'en-US';
  background = await startBackgroundUnderTest();
  await background.reportPage();
  await background.reportCapture({ body: toCommentBody([toCommentRow(1), toCommentRow(2)]) });
});

describe('the badge of an open tab', () => {
  it('says how many comments of its note are stored', () => expect(badge()).toBe('2'));

  it('says a pause, and after it what is stored', async () => {
    await background.call('settings.change', { patch: { paused: true } });
    expect(badge()).toBe('❚❚');
    await background.reportPage();
    await background.call('settings.change', { patch: { paused: false } });
    expect(badge()).toBe('2');
  });

  it('says nothing once everything is deleted', async () => {
    await background.call('everything.delete', {});
    expect(badge()).toBe('');
  });

  it('counts no more what was forgotten with its note', async () => {
    await background.call('note.forget', { noteId: NOTE_ID });
    expect(badge()).toBe('✓');
  });

  it('counts no more what was forgotten with a person', async () => {
    const authorKey = toAuthorKey({ kind: 'site', value: READER_ID });
    await background.call('person.forget', { authorKey });
    expect(badge()).toBe('✓');
  });

  it('counts no more what was removed because of its age', async () => {
    const later = { ...background.services, now: () => NOW + 100 * DAY_MS };
    expect(await applyRetention(later)).toMatchObject({ notes: 1 });
    expect(badge()).toBe('✓');
  });
});
