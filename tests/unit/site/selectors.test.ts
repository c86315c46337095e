// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { control, DECOY, SELECTORS } from '../../../src/site/selectors';

describe('control', () => {
  it('passes over the decoy that stands before the real control', () => {
    const add = (text: string, marks: Readonly<Record<string, string>>) => {
      const element = document.createElement('div');
      element.className = 'show-more';
      element.textContent = text;
      for (const [name, value] of Object.entries(marks)) element.setAttribute(name, value);
      document.body.append(element);
    };
    add('decoy', { 'button-hp-installed': '1', 'data-hp-kind': 'filter', 'aria-hidden': 'true' });
    add('decoy', { 'data-hp-kind': 'x' });
    add('real', { 'data-hp-bound': '1', 'aria-hidden': 'true' });
    expect(document.querySelector(control('.show-more'))?.textContent).toBe('real');
    expect(document.querySelectorAll(DECOY)).toHaveLength(2);
  });

  it('guards every selector of a list', () => {
    expect(control('.a, .b')).toBe(
      '.a:not([button-hp-installed]):not([data-hp-kind]), .b:not([button-hp-installed]):not([data-hp-kind])',
    );
  });

  it('accepts every selector of the table', () => {
    for (const selector of Object.values(SELECTORS)) {
      expect(() => document.querySelectorAll(control(selector))).not.toThrow();
    }
  });
});
