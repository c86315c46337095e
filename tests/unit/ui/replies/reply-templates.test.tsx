// @vitest-environment happy-dom
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { ReplyTemplates } from '../../../../src/ui/replies/reply-templates';
import { TemplateButton } from '../../../../src/ui/templates/template-picker';
import { createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

const TEMPLATE = {
  templateId: 't1',
  name: 'Price',
  text: '{nickname}: ten {place}',
  createdAt: 1,
  changedAt: 1,
};

async function open(first = '', written: readonly string[] = []) {
  function Box() {
    const isOpen = useSignal(false);
    const text = useSignal(first);
    const box = useRef<HTMLDivElement>(null);
    return (
      <div ref={box}>
        <textarea value={text.value} readOnly />
        <TemplateButton open={isOpen} />
        <ReplyTemplates
          open={isOpen}
          box={box}
          facts={{ nickname: 'Ann' }}
          text={text.value}
          onInsert={(words) => (text.value += words)}
        />
      </div>
    );
  }
  const entry = { viewerId: 'v1', action: 'reply', noteId: 'n', at: 1, mode: 'send', jobId: 'j' };
  const fake = createFakePorts({
    readers: {
      listTemplates: async () => [TEMPLATE],
      listActionsSince: async () =>
        written.map((content, each) => ({
          ...entry,
          ...{ content, actionId: `a${each}`, outcome: { is: 'uncertain' } },
        })) as never,
    },
    answers: { 'template.use': () => ({}) },
  });
  shown = await renderUi(<Box />, fake.ports);
  return shown;
}

describe('templates in a box of a reply', () => {
  it('put the text in and name what was left out', async () => {
    const view = await open();
    await view.click('button', 'Insert a template (Alt+T)');
    await view.click('option', 'PriceAnn: ten Their place: not known');
    expect(document.querySelector('textarea')?.value).toBe('Ann: ten');
    expect(view.text()).toContain('Not known and left out: Their place.');
  });

  it('warn of words that went to many lately, and of no others', async () => {
    const view = await open('谢谢！', ['谢谢', '谢谢~', '别的']);
    expect(view.text()).toContain('The same words, 3 times');
    view.end();
    const other = await open('别的', ['谢谢', '谢谢~', '别的']);
    expect(other.text()).not.toContain('The same words');
  });
});
