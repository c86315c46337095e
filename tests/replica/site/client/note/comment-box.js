import { ApiError, postToApi } from '../core/api.js';
import { elementOf, getElement, nodesOf } from '../core/dom.js';
import { emojiMap } from '../core/emoji.js';
import { showLoginModal } from '../core/login-modal.js';
import { isLoggedIn } from '../core/store.js';
import { showToast } from '../core/toast.js';
import { escapeHtml } from '../templates/html.js';

/** @typedef {{ comment: any, rootId: string }} ReplyTarget */

/**
 * @typedef {object} CommentBoxOptions
 * @property {string} noteId
 * @property {() => any[]} people whom `@` offers
 * @property {(comment: any, rootId: string | undefined) => void} onSent
 */

/** @param {HTMLElement} editor @param {string} text */
function insertAtEnd(editor, text) {
  editor.append(text);
  editor.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}

/** @param {HTMLElement} bar @param {HTMLElement} editor */
function bindEmoji(bar, editor) {
  const panel = getElement(bar, '.recent-emoji');
  getElement(bar, '.icon.emoji').addEventListener('click', () => {
    panel.replaceChildren(
      ...nodesOf(
        Object.entries(emojiMap())
          .map(
            ([code, picture]) =>
              `<img class="emoji-img" title="${escapeHtml(code)}" src="${escapeHtml(picture)}">`,
          )
          .join(''),
      ),
    );
    panel.hidden = !panel.hidden;
  });
  panel.addEventListener('click', (event) => {
    if (event.target instanceof HTMLImageElement) insertAtEnd(editor, event.target.title);
  });
}

/**
 * Typing `@` (or its icon) offers people; the chosen one's name goes into the text.
 * @param {HTMLElement} bar
 * @param {HTMLElement} editor
 * @param {CommentBoxOptions} options
 */
function bindMentions(bar, editor, options) {
  const close = () => bar.querySelector('.tribute-container')?.remove();
  const open = () => {
    close();
    const people = [...new Map(options.people().map((user) => [user.userId, user])).values()].slice(0, 8);
    if (people.length === 0) return;
    const names = people.map((user) => `<li>${escapeHtml(user.nickname)}</li>`).join('');
    const list = elementOf(`<div class="tribute-container"><ul>${names}</ul></div>`);
    list.addEventListener('click', (event) => {
      const name = event.target instanceof HTMLLIElement ? event.target.textContent : null;
      close();
      if (name) insertAtEnd(editor, `${name} `);
    });
    bar.append(list);
  };
  editor.addEventListener('input', () => (editor.textContent?.endsWith('@') ? open() : close()));
  getElement(bar, '.icon.mention').addEventListener('click', () => insertAtEnd(editor, '@'));
}

/**
 * @param {string} content
 * @param {any[]} people
 */
function mentionsIn(content, people) {
  const named = people.filter((user) => content.includes(`@${user.nickname}`));
  return [
    ...new Map(
      named.map((user) => [user.userId, { user_id: user.userId, nickname: user.nickname }]),
    ).values(),
  ];
}

/**
 * The comment box of the engage bar. The send button stays gray and disabled until there is text.
 * @param {HTMLElement} bar `.engage-bar`
 * @param {CommentBoxOptions} options
 */
export function createCommentBox(bar, options) {
  const outer = /** @type {HTMLElement} */ (bar.closest('.interactions.engage-bar'));
  const editor = getElement(bar, '#content-textarea');
  const submit = /** @type {HTMLButtonElement} */ (getElement(bar, 'button.submit'));
  const replyContent = getElement(bar, '.reply-content');
  /** @type {ReplyTarget | undefined} */
  let target;
  let sending = false;

  const text = () => (editor.textContent ?? '').trim();
  const refresh = () => {
    const empty = text() === '';
    submit.classList.toggle('gray', empty);
    submit.disabled = empty;
    bar.classList.toggle('has-text', (editor.textContent ?? '') !== '');
  };
  const activate = () => {
    if (!isLoggedIn()) return showLoginModal('登录即可评论该笔记');
    outer.classList.add('active');
    editor.focus();
  };
  const close = () => {
    outer.classList.remove('active');
    editor.replaceChildren();
    target = undefined;
    replyContent.hidden = true;
    getElement(bar, '.recent-emoji').hidden = true;
    refresh();
  };

  async function send() {
    const content = text();
    if (sending || content === '') return;
    sending = true;
    const answered = target;
    try {
      const answer = await postToApi('/api/sns/web/v1/comment/post', {
        note_id: options.noteId,
        content,
        ...(answered ? { target_comment_id: answered.comment.id } : {}),
        at_users: mentionsIn(content, options.people()),
      });
      close();
      options.onSent(answer.comment, answered?.rootId);
      showToast('评论成功');
    } catch (error) {
      showToast(error instanceof ApiError && error.message ? error.message : '评论失败');
    } finally {
      sending = false;
    }
  }

  getElement(bar, '.content-edit').addEventListener('click', activate);
  getElement(bar, '.chat-wrapper').addEventListener('click', activate);
  editor.addEventListener('focus', activate);
  editor.addEventListener('input', refresh);
  editor.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    void send();
  });
  submit.addEventListener('click', () => void send());
  getElement(bar, 'button.cancel').addEventListener('click', close);
  // Icons and emoji leave the caret where it is.
  getElement(bar, '.bottom').addEventListener('mousedown', (event) => event.preventDefault());
  bindEmoji(bar, editor);
  bindMentions(bar, editor, options);

  return {
    /** @param {any} comment @param {string} rootId */
    replyTo(comment, rootId) {
      target = { comment, rootId };
      getElement(replyContent, '.reply').textContent = `回复 ${comment.userInfo.nickname}`;
      getElement(replyContent, '.content').textContent = comment.content;
      replyContent.hidden = false;
      activate();
    },
  };
}
