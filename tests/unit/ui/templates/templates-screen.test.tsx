// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import type { Template } from '../../../../src/model/templates/template';
import { TemplatesScreen } from '../../../../src/ui/templates/templates-screen';
import { createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

const template = (name: string, text: string): Template => ({
  ...{ templateId: `id-${name}`, name, text, createdAt: 1, changedAt: 1 },
});

async function open(templates: readonly Template[] = [template('Price', 'It is 10, {nickname}')]) {
  const fake = createFakePorts({
    readers: { listTemplates: async () => [...templates] },
    answers: { 'templates.save': () => [], 'template.remove': () => ({}) },
  });
  shown = await renderUi(<TemplatesScreen />, fake.ports);
  const sent = () => fake.calls.filter(({ name }) => name.startsWith('template'));
  return { fake, view: shown, sent };
}

/** What stands in a box of several lines; `type` of the page knows those of one line only. */
async function write(view: Rendered, text: string) {
  await act(async () => {
    const box = document.querySelector('textarea');
    if (!box) throw new Error('no box');
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await view.settle();
}

async function choose(view: Rendered, text: string) {
  await act(async () => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('no file field');
    Object.defineProperty(input, 'files', { configurable: true, value: [new File([text], 't.json')] });
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await view.settle();
}

const fileOf = (...templates: object[]) =>
  JSON.stringify({ product: 'hongshu-companion', kind: 'templates', format: 1, templates });

describe('the templates', () => {
  it('say how to begin where there are none', async () => {
    const { view } = await open([]);
    expect(view.text()).toContain('No templates yet');
    expect(view.text()).toContain('Thank you {nickname}');
    expect((view.get('button', 'Export') as HTMLButtonElement).disabled).toBe(true);
  });

  it('are written with a name of their own and a text, and say what is missing', async () => {
    const { view, sent } = await open();
    await view.click('button', 'New template');
    await view.click('button', 'Save');
    expect(view.text()).toContain('Give it a name.');
    expect(view.text()).toContain('Write something first.');
    await view.type('Name', ' price ');
    expect(view.text()).toContain('This name is taken');
    await view.type('Name', 'Size');
    await write(view, 'It is M, {nickname|friend} {colour}');
    expect(view.text()).toContain('There is no variable called {colour}');
    expect(view.text()).toContain('It is M, Summer');
    expect(view.text()).toContain('It is M, friend');
    expect(sent()).toEqual([]);
    await view.click('button', 'Save');
    expect(sent()).toEqual([
      {
        name: 'templates.save',
        input: { templates: [{ name: 'Size', text: 'It is M, {nickname|friend} {colour}' }] },
      },
    ]);
  });

  it('are changed under their own id', async () => {
    const { view, sent } = await open();
    await view.click('button', 'EditEdit “Price”');
    await write(view, 'It is 12');
    await view.click('button', 'Save');
    expect(sent()[0]?.input).toEqual({
      templates: [{ templateId: 'id-Price', name: 'Price', text: 'It is 12' }],
    });
  });

  it('are found by the words in name and text', async () => {
    const { view } = await open([template('Price', 'ten'), template('Size', 'medium')]);
    await view.type('Search templates', 'MED');
    expect(view.has('button', 'Delete “Size”')).toBe(true);
    expect(view.has('button', 'Delete “Price”')).toBe(false);
    await view.type('Search templates', 'nothing such');
    expect(view.text()).toContain('No template matches.');
  });

  it('go at once when they are deleted, for good when that is not undone', async () => {
    const { view, sent } = await open([template('Price', 'ten'), template('Size', 'medium')]);
    await view.click('button', 'Delete “Price”');
    expect(view.has('button', 'Delete “Price”')).toBe(false);
    await view.click('button', 'Undo');
    expect(view.has('button', 'Delete “Price”')).toBe(true);
    expect(sent()).toEqual([]);
    await view.click('button', 'Delete “Size”');
    await act(async () => view.ui.toasts.flush());
    expect(sent()).toEqual([{ name: 'template.remove', input: { templateId: 'id-Size' } }]);
  });

  it('go into a file that another browser can take in', async () => {
    const { view, fake } = await open([template('Price', 'ten')]);
    await view.click('button', 'Export');
    expect(fake.saved[0]?.fileName).toMatch(/^hongshu-templates-\d{8}-\d{6}\.json$/);
    expect(JSON.parse(fake.saved[0]?.text ?? '')).toMatchObject({
      templates: [{ name: 'Price', text: 'ten' }],
    });
  });

  it('come from a file only after it was seen what it brings, and which names are taken', async () => {
    const { view, sent } = await open([template('Price', 'ten'), template('Size', 'M')]);
    await choose(
      view,
      fileOf(
        { name: 'price', text: 'twelve' },
        { name: 'Size', text: 'M' },
        { name: 'Bye', text: 'See you' },
      ),
    );
    const text = view.text();
    for (const words of ['1 new', '1 there already', '1 of the same name', 'ten', 'twelve'])
      expect(text).toContain(words);
    expect(sent()).toEqual([]);
    await view.click('radio', 'Keep both');
    expect(view.text()).toContain('such as “price 2”');
    await view.click('button', 'Import 2');
    expect(sent()[0]?.input).toEqual({
      templates: [
        { name: 'Bye', text: 'See you' },
        { name: 'price 2', text: 'twelve' },
      ],
    });
  });

  it.each([
    ['[]', 'This is no file of templates'],
    ['name,text', 'This file of templates is damaged'],
    [fileOf({ name: 'a', text: 'b' }, { name: 'c' }), 'Template 2 of the file makes no sense'],
  ])('refuse a file that makes no sense, and say why: %s', async (text, words) => {
    const { view, sent } = await open();
    await choose(view, text);
    expect(view.text()).toContain(words);
    expect(view.has('button', 'Import 1')).toBe(false);
    expect(sent()).toEqual([]);
  });
});
