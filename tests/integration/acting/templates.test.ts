/** Templates as pages write them: all or none, each name once, and in backups. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { Template } from '../../../src/model/templates/template';
import { NOW, startBackgroundUnderTest } from '../../support/background/background-under-test';
import type { BackgroundUnderTest } from '../../support/background/background-under-test';

let test: BackgroundUnderTest;

beforeEach(async () => {
  fakeBrowser.reset();
  test = await startBackgroundUnderTest({ consent: true });
});

const save = (...templates: object[]) => test.call('templates.save', { templates });
const stored = async () => ((await test.readAll())['templates'] ?? []) as Template[];
const toWords = ({ name, text }: Template) => `${name}: ${text}`;

describe('templates', () => {
  it('are written down with the words trimmed, changed, used and removed, and that is told', async () => {
    const answer = await save({ name: ' Price ', text: ' It is 10 ' });
    const [first] = await stored();
    expect(answer).toEqual({ ok: true, value: [first] });
    expect(first).toMatchObject({ name: 'Price', text: 'It is 10', createdAt: NOW, changedAt: NOW });
    const templateId = first?.templateId ?? '';
    await save({ templateId, name: 'Price', text: 'It is 12' });
    await test.call('template.use', { templateId });
    expect(await stored()).toMatchObject([{ templateId, text: 'It is 12', usedAt: NOW }]);
    expect(test.events.filter(({ name }) => name === 'templates.changed')).toHaveLength(3);
    await test.call('template.remove', { templateId });
    expect(await stored()).toEqual([]);
  });

  it('are written all or none: a name that is taken refuses the whole', async () => {
    await save({ name: 'Price', text: '10' });
    const answer = await save({ name: 'New', text: 'x' }, { name: ' PRICE', text: 'y' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'name-taken' } });
    expect(await save({ name: 'a', text: '1' }, { name: 'A', text: '2' })).toMatchObject({ ok: false });
    expect((await stored()).map(toWords)).toEqual(['Price: 10']);
  });

  it('may swap their names', async () => {
    const answer = (await save({ name: 'a', text: '1' }, { name: 'b', text: '2' })) as { value: Template[] };
    const [a, b] = answer.value.map(({ templateId }) => templateId);
    await save({ templateId: a, name: 'b', text: '1' }, { templateId: b, name: 'a', text: '2' });
    expect((await stored()).map(toWords).sort()).toEqual(['a: 2', 'b: 1']);
  });

  it('are not made anew under the id of one that is gone', async () => {
    const answer = await save({ templateId: 'gone', name: 'a', text: '1' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'nothing-found' } });
    expect(await stored()).toEqual([]);
  });

  it('are refused without words, and before anything may be stored', async () => {
    expect(await save({ name: ' ', text: 'x' })).toMatchObject({ ok: false });
    expect(await save({ name: 'x', text: '' })).toMatchObject({ ok: false });
    expect(await save()).toMatchObject({ ok: false });
    fakeBrowser.reset();
    const fresh = await startBackgroundUnderTest({ consent: false });
    const answer = await fresh.call('templates.save', { templates: [{ name: 'a', text: 'b' }] });
    expect(answer).toMatchObject({ ok: false, error: { code: 'consent-missing' } });
  });
});
