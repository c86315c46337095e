import type { CopiedAnswer } from '../../../../src/page/actions/confirm/find-answer';
import { drawBody, parseMarkup } from '../draw-body';

export const NOTE_ID = '68002bf700000005e16b95fd';
export const VIEWER_ID = '5a00000000000000000000aa';
export const STRANGER_ID = '5a00000000000000000000bb';
export const ROOT_ID = '68002c0000000000000000c1';
export const REPLY_ID = '68002c0000000000000000c2';
export const OWN_ID = '68002c0000000000000000c3';

/** How the page's client answers what it is told to send; what is sent is written down. */
export interface NotePage {
  readonly sent: { readonly path: string; readonly body: Record<string, unknown> }[];
  readonly answers: CopiedAnswer[];
  /** Answer of the next calls: HTTP status and body, or nothing at all. */
  answer: { readonly status: number; readonly body: unknown } | undefined;
  /** The page's own listener of its box hears nothing: what is typed is not taken. */
  isDeaf: boolean;
  onAnswer: (listener: () => void) => () => void;
}

const icon = (symbol: string) => `<svg><use xlink:href="#${symbol}"></use></svg>`;

const nameOf = (commentId: string) => (commentId === REPLY_ID ? '乙' : '甲');

/** Codes are drawn as pictures without words. */
const draw = (text: string) => text.replaceAll('[赞R]', '<img class="note-content-emoji" />');

const commentMarkup = (
  id: string,
  authorId: string,
  text: string,
  { liked = false, answered = '' }: { liked?: boolean; answered?: string } = {},
) => `
  <div class="comment-item" id="comment-${id}"><div class="comment-inner-container"><div class="right">
    <div class="author-wrapper"><div class="author"><a class="name" data-user-id="${authorId}">${nameOf(id)}</a></div>
    ${authorId === VIEWER_ID ? `<div class="comment-menu"><div class="delete-dropdown"></div></div>` : ''}</div>
    <div class="content">${answered}<span class="note-text">${text}</span></div>
    <div class="info"><div class="interactions"><div class="like"><span class="like-wrapper like-active">${icon(
      liked ? 'liked' : 'like',
    )}</span></div><div class="reply icon-container"><span class="count">回复</span></div></div></div>
  </div></div></div>`;

/**
 * A note page with the class names of the site's rendered pages (2025-11 to 2026-05), whose client does what the site's
 * does: states flip at once and back after a refusal, the box is off while it is empty, a sent comment is drawn from the
 * answer. Written from what is known of the site, not from what the product looks for.
 */
export function drawNotePage({ liked = false, collected = false } = {}): NotePage {
  drawBody(`<div id="global" data-logged="1"><ul><li class="user side-bar-component">
    <a title="我" href="/user/profile/${VIEWER_ID}"><span class="channel">我</span></a></li></ul></div>
  <div id="noteContainer"><div class="interaction-container"><div class="note-scroller"><div class="comments-el">
    <div class="comments-container"><div class="list-container">
      <div class="parent-comment">${commentMarkup(ROOT_ID, STRANGER_ID, '多少钱')}
        <div class="reply-container"><div class="list-container">${commentMarkup(REPLY_ID, STRANGER_ID, '同问')}</div></div></div>
      <div class="parent-comment">${commentMarkup(OWN_ID, VIEWER_ID, '好看')}</div>
    </div><div class="end-container">- THE END -</div></div></div></div>
  <div class="interactions engage-bar"><div class="engage-bar-container"><div class="engage-bar">
    <div class="reply-content" hidden><div class="reply"></div></div>
    <div class="input-box"><div class="content-edit"><div class="not-active inner-when-not-active"><span class="inner">说点什么...</span></div>
      <p id="content-textarea" class="content-input" contenteditable="true" data-tribute="true"></p></div></div>
    <div class="interact-container"><div class="buttons engage-bar-style"><div class="left">
      <span class="like-wrapper like-active">${icon(liked ? 'liked' : 'like')}<span class="count">3</span></span>
      <span class="collect-wrapper">${icon(collected ? 'collected' : 'collect')}<span class="count">1</span></span></div></div></div>
    <div class="bottom"><div class="right-btn-area"><button class="btn submit gray" disabled>发送</button>
      <button class="btn cancel">取消</button></div></div>
  </div></div></div></div></div>`);
  const listeners = new Set<() => void>();
  const page: NotePage = {
    sent: [],
    answers: [],
    answer: { status: 200, body: { code: 0, success: true, data: {} } },
    isDeaf: false,
    onAnswer: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const send = (path: string, body: Record<string, unknown>): Promise<unknown> => {
    page.sent.push({ path, body });
    const { answer } = page;
    return new Promise((resolve) =>
      setImmediate(() => {
        if (answer) {
          const url = `https://edith.xiaohongshu.com/api/sns/web/v1${path}`;
          const asText = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
          page.answers.push({ url, status: answer.status, body: asText, requestBody: JSON.stringify(body) });
          for (const listener of listeners) listener();
        }
        const code = (answer?.body as { code?: number } | undefined)?.code;
        resolve(code === 0 ? (answer?.body as { data: unknown }).data : undefined);
      }),
    );
  };
  bindBar(send);
  bindBox(page, send);
  return page;
}

type Send = (path: string, body: Record<string, unknown>) => Promise<unknown>;

function bindSwitch(
  button: Element,
  [off, on]: [string, string],
  call: (isOn: boolean) => Promise<unknown>,
): void {
  const use = button.querySelector('use') as Element;
  button.addEventListener('click', () => {
    const isOn = use.getAttribute('xlink:href') === `#${off}`;
    use.setAttribute('xlink:href', `#${isOn ? on : off}`);
    void call(isOn).then((value) => {
      if (!value) use.setAttribute('xlink:href', `#${isOn ? off : on}`);
    });
  });
}

function bindBar(send: Send): void {
  const left = document.querySelector('.engage-bar .left') as Element;
  bindSwitch(left.querySelector('.like-wrapper') as Element, ['like', 'liked'], (isOn) =>
    send(isOn ? '/note/like' : '/note/dislike', { note_oid: NOTE_ID }),
  );
  bindSwitch(left.querySelector('.collect-wrapper') as Element, ['collect', 'collected'], (isOn) =>
    isOn ? send('/note/collect', { note_id: NOTE_ID }) : send('/note/uncollect', { note_ids: NOTE_ID }),
  );
  for (const item of document.querySelectorAll('.comment-item')) {
    const comment_id = item.id.slice('comment-'.length);
    bindSwitch(item.querySelector('.like-wrapper') as Element, ['like', 'liked'], (isOn) =>
      send(isOn ? '/comment/like' : '/comment/dislike', { note_id: NOTE_ID, comment_id }),
    );
    item.querySelector('.delete-dropdown')?.addEventListener('click', (event) => {
      const [menu] = parseMarkup(
        '<div><div class="menu-item">举报</div><div class="menu-item">删除</div></div>',
      ) as [Element];
      (event.currentTarget as Element).after(menu);
      menu.lastElementChild?.addEventListener('click', () => {
        menu.remove();
        void send('/comment/delete', { note_id: NOTE_ID, comment_id }).then(
          (value) => value && item.remove(),
        );
      });
    });
  }
}

function bindBox(page: NotePage, send: Send): void {
  const box = document.querySelector('.engage-bar .engage-bar') as HTMLElement;
  const editor = box.querySelector('#content-textarea') as HTMLElement;
  const submit = box.querySelector('button.submit') as HTMLButtonElement;
  const answering = box.querySelector('.reply-content') as HTMLElement;
  let target: string | undefined;
  const refresh = () => {
    submit.disabled = (editor.textContent ?? '') === '';
    submit.classList.toggle('gray', submit.disabled);
  };
  const close = () => {
    editor.textContent = '';
    target = undefined;
    answering.hidden = true;
    refresh();
  };
  editor.addEventListener('input', () => page.isDeaf || refresh());
  box.querySelector('.cancel')?.addEventListener('click', close);
  for (const button of document.querySelectorAll('.comment-item .reply')) {
    button.addEventListener('click', () => {
      target = button.closest('.comment-item')?.id.slice('comment-'.length);
      answering.hidden = false;
    });
  }
  submit.addEventListener('click', () => {
    const content = editor.textContent ?? '';
    const body = {
      note_id: NOTE_ID,
      content,
      ...(target ? { target_comment_id: target } : {}),
      at_users: [],
    };
    void send('/comment/post', body).then((value) => {
      const id = (value as { comment?: { id: string } } | undefined)?.comment?.id;
      if (id === undefined) return;
      const list = target
        ? document.querySelector(`.parent-comment:has(#comment-${target}) .reply-container .list-container`)
        : document.querySelector('.comments-container > .list-container');
      const answered =
        target === undefined || target === ROOT_ID ? '' : `回复 <a class="nickname">${nameOf(target)}</a> : `;
      const drawn = commentMarkup(id, VIEWER_ID, draw(content), { answered });
      list?.prepend(...parseMarkup(target ? drawn : `<div class="parent-comment">${drawn}</div>`));
      close();
    });
  });
}
