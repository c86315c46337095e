import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/en';
import { zhCN } from '../../../src/i18n/zh-CN';

type Key = keyof typeof zhCN;

/** Text → the control of which it speaks. */
const NAMED: readonly (readonly [Key, Key])[] = [
  ['page.off-notes', 'options.capture-notes'],
  ['page.off-feeds', 'options.capture-feeds'],
  ['page.off-searches', 'options.capture-searches'],
  ['page.off-authors', 'options.capture-authors'],
  ['page.off-notifications', 'options.capture-notifications'],
  ['error.captcha', 'signs.go-on'],
  ['sign.captcha', 'signs.go-on'],
  ['error.access-withheld', 'popup.access-button'],
  ['error.export-empty', 'comments.load'],
  ['popup.no-comments', 'comments.load'],
  ['welcome.risks-text', 'comments.load'],
  ['welcome.later-hint', 'welcome.later'],
  ['welcome.declined-text', 'popup.setup-button'],
];

describe.each([
  ['zh-CN', zhCN],
  ['en', en],
] as const)('a text in %s that speaks of a control', (_, texts: Readonly<Record<Key, string>>) => {
  it.each(NAMED)('%s calls it as it is called: %s', (text, control) => {
    expect(texts[text]).toMatch(new RegExp(`[“"]${texts[control]}[”"]`));
  });
});
