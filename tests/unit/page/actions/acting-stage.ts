import { vi } from 'vitest';
import { ACTION_TRAITS } from '../../../../src/model/actions/action.catalog';
import type { ActionName } from '../../../../src/model/actions/action.catalog';
import type { ActionOrder, ActionPhase } from '../../../../src/model/actions/page-action';
import type { Pace } from '../../../../src/page/actions/pause';
import { performAction } from '../../../../src/page/actions/perform-action';
import { pageSigns } from '../../../../src/page/content/looking/page-signs';
import type { Hands } from '../../../../src/page/actions/steps/hands';
import { drawNotePage, NOTE_ID, OWN_ID, REPLY_ID, ROOT_ID, VIEWER_ID } from './note-page';
import type { NotePage } from './note-page';

export const NEW_ID = '68002c0000000000000000c9';
export const TEXT = '有货，明天发';

/** Time that passes at once, after the page's own answers. */
const pace: Pace = {
  random: () => 0.5,
  wait: async (_ms, signal) => {
    for (let turn = 0; turn < 5 && !signal.aborted; turn += 1)
      await new Promise((resolve) => setImmediate(resolve));
  },
};

/** One page with one action in it, and what happens around them. */
export interface ActingStage {
  readonly page: NotePage;
  readonly phases: ActionPhase[];
  readonly stop: AbortController;
  /** Texts that were put on the clipboard. */
  readonly copied: string[];
  /** Whether it can be written down that a gesture may be made from now on. */
  canAnnounce: boolean;
  viewer: { loggedIn: boolean | undefined; viewerId: string | undefined };
  /** Called in the very task of each phase. */
  onPhase: (phase: ActionPhase) => void;
  act(changes?: Partial<ActionOrder>, own?: Partial<Hands>): ReturnType<typeof performAction>;
}

function toOrder(action: ActionName, changes: Partial<ActionOrder> = {}): ActionOrder {
  const { target, hasText } = ACTION_TRAITS[action];
  const about =
    action === 'delete-own-comment' ? { commentId: OWN_ID } : { commentId: REPLY_ID, rootCommentId: ROOT_ID };
  return {
    actionId: 'a1',
    action,
    noteId: NOTE_ID,
    viewerId: VIEWER_ID,
    mode: 'send',
    minPauseMs: 10,
    maxPauseMs: 20,
    maxSteps: 20,
    ...(target === 'comment' ? about : {}),
    ...(hasText ? { content: TEXT } : {}),
    ...changes,
  };
}

/** The page as the action needs it: what is to be taken back is given. */
export function openActingStage(action: ActionName): ActingStage {
  window.location.href = `https://www.xiaohongshu.com/explore/${NOTE_ID}`;
  // happy-dom has no editing commands: the events of typing take their place. Nor has it boxes.
  Object.assign(document, { execCommand: () => false });
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(function (this: Element) {
    return (this.closest('[hidden]') ? [] : [new DOMRect(0, 0, 1, 1)]) as unknown as DOMRectList;
  });
  const page = drawNotePage({ liked: action === 'unlike', collected: action === 'unfavorite' });
  if (action === 'unlike-comment')
    document.querySelector(`#comment-${REPLY_ID} use`)?.setAttribute('xlink:href', '#liked');
  if (isText(action)) page.answer = { status: 200, body: { code: 0, data: { comment: { id: NEW_ID } } } };
  const stage: ActingStage = {
    page,
    phases: [],
    copied: [],
    canAnnounce: true,
    stop: new AbortController(),
    viewer: { loggedIn: true, viewerId: VIEWER_ID },
    onPhase: () => undefined,
    act: (changes, own) =>
      performAction(toOrder(action, changes), {
        page: document,
        pace,
        signal: stage.stop.signal,
        gone: new AbortController().signal,
        readViewer: () => stage.viewer,
        findSign: () => undefined,
        findSignIn: pageSigns.findIn,
        answers: () => page.answers,
        onAnswer: page.onAnswer,
        onPhase: (phase) => {
          stage.phases.push(phase);
          stage.onPhase(phase);
        },
        announce: async () => {
          stage.phases.push('ready');
          stage.onPhase('ready');
          return stage.canAnnounce;
        },
        copy: (text) => void stage.copied.push(text),
        ...own,
      }),
  };
  return stage;
}

/** What the page sends for each action, from the site's own calls (site bundle 6.12.1, 2026-05). */
export const CALLS: Record<ActionName, { path: string; body: Record<string, unknown> }> = {
  like: { path: '/note/like', body: { note_oid: NOTE_ID } },
  unlike: { path: '/note/dislike', body: { note_oid: NOTE_ID } },
  favorite: { path: '/note/collect', body: { note_id: NOTE_ID } },
  unfavorite: { path: '/note/uncollect', body: { note_ids: NOTE_ID } },
  comment: { path: '/comment/post', body: { note_id: NOTE_ID, content: TEXT, at_users: [] } },
  reply: {
    path: '/comment/post',
    body: { note_id: NOTE_ID, content: TEXT, target_comment_id: REPLY_ID, at_users: [] },
  },
  'like-comment': { path: '/comment/like', body: { note_id: NOTE_ID, comment_id: REPLY_ID } },
  'unlike-comment': { path: '/comment/dislike', body: { note_id: NOTE_ID, comment_id: REPLY_ID } },
  'delete-own-comment': { path: '/comment/delete', body: { note_id: NOTE_ID, comment_id: OWN_ID } },
};

export const isText = (action: ActionName) => ACTION_TRAITS[action].hasText;

export function addDecoy(parent: string): void {
  const decoy = document.createElement('i');
  decoy.setAttribute('data-hp-kind', 'like');
  document.querySelector(parent)?.prepend(decoy);
}
