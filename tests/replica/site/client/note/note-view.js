import { postToApi } from '../core/api.js';
import { createComments } from '../comments/create-comments.js';
import { getElement, nodesOf } from '../core/dom.js';
import { loadEmoji } from '../core/emoji.js';
import { showLoginModal } from '../core/login-modal.js';
import { isLoggedIn } from '../core/store.js';
import { noteTextHtml } from '../templates/note.js';
import { createCommentBox } from './comment-box.js';
import { createEngageBar } from './engage-bar.js';
import { startMedia } from './media.js';

/** A guest is asked to log in this long after a note opened (site bundle xhs-pc-web 6.12.1, 2026-05). */
const LOGIN_AFTER_MS = 300;

/** @param {HTMLElement} root @param {any} note */
function bindFollow(root, note) {
  const buttons = [...root.querySelectorAll('button.follow-button')];
  const show = () => {
    for (const button of buttons) {
      getElement(button, '.reds-button-new-text').textContent = note.interactInfo.followed
        ? '已关注'
        : '关注';
      button.classList.toggle('followed', note.interactInfo.followed);
    }
  };
  const follow = async () => {
    if (!isLoggedIn()) return showLoginModal('登录即可关注作者');
    const on = !note.interactInfo.followed;
    note.interactInfo.followed = on;
    show();
    try {
      await postToApi(`/api/sns/web/v1/user/${on ? 'follow' : 'unfollow'}`, {
        target_user_id: note.user.userId,
      });
    } catch {
      // What went wrong is told by the failure listener.
      note.interactInfo.followed = !on;
      show();
    }
  };
  show();
  for (const button of buttons) button.addEventListener('click', () => void follow());
}

/**
 * Brings a rendered `#noteContainer` to life: media, engage bar, comment box, comments.
 * @param {HTMLElement} root `#noteContainer`
 * @param {any} entry of the live `noteDetailMap`
 * @param {string} xsecToken for the comment calls
 * @returns {{ destroy(): void }}
 */
export function startNoteView(root, entry, xsecToken) {
  const { note } = entry;
  startMedia(getElement(root, '.media-container'), note);
  bindFollow(root, note);
  const bar = createEngageBar(getElement(root, '.engage-bar-container'), note);
  const comments = createComments(getElement(root, '.comments-el'), getElement(root, '.note-scroller'), {
    entry,
    xsecToken,
    onReply: (target, rootId) => box.replyTo(target, rootId),
  });
  const box = createCommentBox(bar, {
    noteId: note.noteId,
    people: () => [note.user, ...comments.people()],
    onSent: (comment, rootId) => {
      comments.add(comment, rootId);
      getElement(root, '.note-scroller').scrollTo({
        top: rootId ? undefined : getElement(root, '.comments-el').offsetTop,
      });
    },
  });
  void loadEmoji().then((emoji) => {
    const text = root.querySelector('#detail-desc .note-text');
    if (text && Object.keys(emoji).length > 0) text.replaceChildren(...nodesOf(noteTextHtml(note, emoji)));
  });
  const loginTimer = isLoggedIn()
    ? undefined
    : setTimeout(() => showLoginModal('登录查看更多内容'), LOGIN_AFTER_MS);
  return {
    destroy() {
      clearTimeout(loginTimer);
      comments.destroy();
    },
  };
}
