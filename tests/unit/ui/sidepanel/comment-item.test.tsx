// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { afterEach, describe, expect, it } from 'vitest';
import { CommentLine } from '../../../../src/ui/content/comment-line';
import { createDeedsStore } from '../../../../src/ui/deeds/state/create-deeds-store';
import { CommentItem } from '../../../../src/ui/sidepanel/comments/comment-item';
import type { CommentRow } from '../../../../src/workers/comment-view/types';
import { createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';
import { createComment } from '../support/samples';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

const none = () => undefined;
const deeds = createDeedsStore(createFakePorts().ports, signal(undefined), new AbortController().signal);
const actions = {
  ...{ setCollapsed: none, forgetPerson: none, copy: none, like: none, askToDelete: none },
  deeds,
};
const friend = {
  id: { kind: 'site', value: '680000000000000000000205' },
  nickname: 'Invented friend',
} as const;
const comment = createComment(1, { content: 'look @Invented friend #tea[话题]#', mentions: [friend] });

const linksOf = (selector: string) =>
  [...document.querySelectorAll<HTMLAnchorElement>(`${selector} a`)].map((link) => [
    link.textContent,
    new URL(link.href).host + new URL(link.href).pathname,
  ]);
const LINKS = [
  ['@Invented friend', 'www.rednote.com/user/profile/680000000000000000000205'],
  ['#tea', 'www.rednote.com/search_result'],
];

describe('a comment', () => {
  it('leads to who and what it names, on the site of its note', async () => {
    const row: CommentRow = { comment, level: 0, matches: true };
    shown = await renderUi(<CommentItem row={row} host="www.rednote.com" actions={actions} />);
    expect(linksOf('.comment-text')).toEqual(LINKS);
  });

  it('does so at a glance, too', async () => {
    shown = await renderUi(<CommentLine comment={comment} host="www.rednote.com" />);
    expect(linksOf('.comment-line-text')).toEqual(LINKS);
  });

  it.each([
    [{ captured: 2, expected: 3, collapsed: false }, 1],
    [{ captured: 2, expected: 3 }, 0],
  ])('offers to fold its replies only where folding is at work: %o', async (thread, toggles) => {
    const row: CommentRow = { comment, level: 0, matches: true, thread };
    shown = await renderUi(<CommentItem row={row} host="www.rednote.com" actions={actions} />);
    expect(shown.text()).toMatch(/2 of 3 replies/);
    expect(document.querySelectorAll('.thread-toggle')).toHaveLength(toggles);
  });
});
