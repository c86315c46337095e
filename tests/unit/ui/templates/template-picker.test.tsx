// @vitest-environment happy-dom
import { useSignal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { useRef } from 'preact/hooks';
import { afterEach, describe, expect, it } from 'vitest';
import type { FilledTemplate } from '../../../../src/model/templates/fill-template';
import type { Template } from '../../../../src/model/templates/template';
import { TemplateButton, TemplatePicker } from '../../../../src/ui/templates/template-picker';
import { createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

const template = (name: string, text: string, usedAt?: number): Template => ({
  ...{ templateId: `id-${name}`, name, text, createdAt: 1, changedAt: 1 },
  ...(usedAt === undefined ? {} : { usedAt }),
});
const ALL = [
  template('Price', 'It is 10, {nickname}', 2),
  template('Size', 'M for {place}'),
  template('Bye', 'See you'),
];

async function open(templates: readonly Template[] = ALL) {
  const inserted: FilledTemplate[] = [];
  function Box() {
    const isOpen = useSignal(false);
    const box = useRef<HTMLDivElement>(null);
    return (
      <div ref={box}>
        <textarea aria-label="Box" />
        <TemplateButton open={isOpen} />
        <TemplatePicker
          open={isOpen}
          box={box}
          facts={{ nickname: 'Ann' }}
          onInsert={(filled) => inserted.push(filled)}
        />
      </div>
    );
  }
  const fake = createFakePorts({
    readers: { listTemplates: async () => [...templates] },
    answers: { 'template.use': () => ({}) },
  });
  shown = await renderUi(<Box />, fake.ports);
  const field = () => document.querySelector('textarea') as HTMLTextAreaElement;
  return { view: shown, fake, inserted, field };
}

async function press(view: Rendered, key: string, more: KeyboardEventInit = {}) {
  await act(async () => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
    );
  });
  await view.settle();
}

const isOpen = (view: Rendered) => view.has('group', 'Choose a template');

describe('the picker of templates', () => {
  it('opens with a key, finds by typing, and puts the filled text in with Enter', async () => {
    const { view, fake, inserted, field } = await open();
    field().focus();
    await press(view, 't', { altKey: true, code: 'KeyT' });
    expect(document.activeElement).toBe(view.get('searchbox', 'Search templates'));
    expect(view.text()).toContain('It is 10, Ann');
    expect(view.text()).toContain('Their place: not known');
    const search = document.activeElement as HTMLInputElement;
    await act(async () => {
      search.value = 'siz';
      search.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await press(view, 'Enter');
    expect(inserted).toMatchObject([{ text: 'M for', missing: ['place'] }]);
    expect(fake.calls).toContainEqual({ name: 'template.use', input: { templateId: 'id-Size' } });
    expect(isOpen(view)).toBe(false);
    expect(document.activeElement).toBe(field());
  });

  it('has the one used last first, and goes through the others with the arrows', async () => {
    const { view, inserted } = await open();
    await view.click('button', 'Insert a template (Alt+T)');
    await press(view, 'ArrowDown');
    await press(view, 'Enter');
    expect(inserted.map(({ text }) => text)).toEqual(['See you']);
    await view.click('button', 'Insert a template (Alt+T)');
    await press(view, 'ArrowUp');
    await press(view, 'ArrowDown');
    await press(view, 'Enter');
    expect(inserted.map(({ text }) => text)).toEqual(['See you', 'It is 10, Ann']);
  });

  it('opens with a slash only where the box is empty, and closes with Escape', async () => {
    const { view, field } = await open();
    field().focus();
    field().value = 'and';
    await press(view, '/');
    expect(isOpen(view)).toBe(false);
    field().value = '';
    await press(view, '/');
    expect(isOpen(view)).toBe(true);
    await press(view, 'Escape');
    expect(isOpen(view)).toBe(false);
    expect(document.activeElement).toBe(field());
  });

  it('does not take the key of a keyboard that types with it, nor of somebody who composes', async () => {
    const { view, field } = await open();
    field().focus();
    await press(view, 't', { altKey: true, ctrlKey: true, code: 'KeyT' });
    await press(view, '/', { isComposing: true });
    expect(isOpen(view)).toBe(false);
  });

  it('says that there is none, and where they are made', async () => {
    const { view, fake } = await open([]);
    await view.click('button', 'Insert a template (Alt+T)');
    expect(view.text()).toContain('No templates yet.');
    await press(view, 'Enter');
    await view.click('button', 'Manage templates');
    expect(fake.asked).toEqual(['page library templates']);
  });
});
