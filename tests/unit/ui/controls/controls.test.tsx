// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button } from '../../../../src/ui/controls/button';
import { Menu } from '../../../../src/ui/controls/menu';
import { Segmented } from '../../../../src/ui/controls/segmented';
import { TextField } from '../../../../src/ui/controls/text-field';
import { renderUi, type Rendered } from '../support/render-ui';

let shown: Rendered | undefined;
afterEach(() => shown?.end());
const press = (element: Element | null, key: string, more: KeyboardEventInit = {}) =>
  act(() => void element?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more })));

describe('controls', () => {
  it('keeps a busy button in place without taking clicks', async () => {
    const onClick = vi.fn();
    shown = await renderUi(
      <Button busy onClick={onClick}>
        {'Go'}
      </Button>,
    );
    await shown.click('button', 'Go');
    expect(onClick).not.toHaveBeenCalled();
    expect(shown.get('button', 'Go').getAttribute('aria-busy')).toBe('true');
  });

  it('moves a segmented control by arrows, round its ends, with one stop for Tab', async () => {
    const onChange = vi.fn();
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ] as const;
    shown = await renderUi(<Segmented label="Letters" value="a" options={options} onChange={onChange} />);
    press(shown.get('radiogroup', 'Letters'), 'ArrowLeft');
    expect(onChange).toHaveBeenLastCalledWith('b');
    expect([...document.querySelectorAll('[role=radio]')].map((one) => one.getAttribute('tabindex'))).toEqual(
      ['0', '-1'],
    );
  });

  it('opens a menu, moves by arrows, closes by Escape and gives the focus back', async () => {
    const onChoose = vi.fn();
    const items = ['One', 'Two'].map((label) => ({ id: label, label, onChoose }));
    shown = await renderUi(<Menu label="More" items={items} />);
    await shown.click('button', 'More');
    expect(document.activeElement?.textContent).toBe('One');
    press(document.activeElement, 'ArrowUp');
    expect(document.activeElement?.textContent).toBe('Two');
    press(document.activeElement, 'Escape');
    expect(document.querySelector('[role=menu]')).toBeNull();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('More');
    expect(onChoose).not.toHaveBeenCalled();
  });

  it('does not take the Enter that ends a choice of characters', async () => {
    const onSubmit = vi.fn();
    shown = await renderUi(<TextField label="Text" value="" onInput={() => undefined} onSubmit={onSubmit} />);
    press(shown.get('textbox', 'Text'), 'Enter', { isComposing: true });
    expect(onSubmit).not.toHaveBeenCalled();
    press(shown.get('textbox', 'Text'), 'Enter');
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });
});
