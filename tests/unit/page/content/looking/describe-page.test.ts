// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { describePage } from '../../../../../src/page/content/looking/describe-page';
import { drawBody } from '../../draw-body';

const NOTE_ID = '68002bf700000005e16b95fd';
const OTHER_ID = '68002bf700000005e16b95fe';

beforeEach(() => {
  window.location.href = `https://www.xiaohongshu.com/explore/${NOTE_ID}?xsec_token=AB`;
  drawBody('');
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue([new DOMRect()] as unknown as DOMRectList);
});

describe('what a page says of itself', () => {
  it('knows who looks, from the page alone', () => {
    drawBody(`<div id="global" data-logged="1"><li class="user side-bar-component">
      <a href="/user/profile/${OTHER_ID}">me</a></li></div>`);
    expect(describePage(document)).toMatchObject({ loggedIn: true, viewerId: OTHER_ID, captcha: false });
    drawBody('<div id="global" data-logged="0"></div>');
    expect(describePage(document)).toMatchObject({ loggedIn: false, viewerId: undefined });
    drawBody('');
    expect(describePage(document).loggedIn).toBeUndefined();
  });

  it('names the note of an overlay only while the address names it too', () => {
    const mask = (id: string) =>
      `<div class="note-detail-mask" note-id="${id}"><div id="noteContainer"></div></div>`;
    drawBody(mask(OTHER_ID));
    expect(describePage(document).overlayNoteId).toBeUndefined();
    drawBody(mask(OTHER_ID) + mask(NOTE_ID));
    expect(describePage(document).overlayNoteId).toBe(NOTE_ID);
  });

  it('takes the end of the list from the open note, not from an old one that was kept', () => {
    const note = (inner: string) => `<div id="noteContainer"><div class="comments-el">${inner}</div></div>`;
    drawBody(
      `<div class="note-detail-mask" note-id="${OTHER_ID}">${note('<p class="end-container"></p>')}</div>${note('')}`,
    );
    expect(describePage(document).commentsEnd).toBeUndefined();
    drawBody(note('<p class="comments-login"></p>'));
    expect(describePage(document).commentsEnd).toBe('login-wanted');
    drawBody(note('<p class="no-comments"></p>'));
    expect(describePage(document).commentsEnd).toBe('none');
  });

  it('names the comments that are marked as pinned, of the open note alone', () => {
    const comment = (id: string, labels = '<div class="labels"><span class="top">置顶评论</span></div>') =>
      `<div class="comment-item" id="comment-${id}"><div class="right">${labels}</div></div>`;
    const note = (inner: string) => `<div id="noteContainer"><div class="comments-el">${inner}</div></div>`;
    const [pinned, plain, ofAnother] = ['1', '2', '3'].map((end) => `${NOTE_ID.slice(0, -1)}${end}`) as [
      string,
      string,
      string,
    ];
    const kept = `<div class="note-detail-mask" note-id="${OTHER_ID}">${note(comment(ofAnother))}</div>`;
    drawBody(kept + note(comment(pinned) + comment(plain, '<div class="labels"></div>') + comment('forged')));
    expect(describePage(document)).toMatchObject({
      pinnedCommentIds: [pinned],
      listedCommentIds: [pinned, plain],
    });
    drawBody(kept + note(comment(plain, '')));
    expect(describePage(document)).toMatchObject({
      pinnedCommentIds: undefined,
      listedCommentIds: [plain],
    });
  });

  it('sees a captcha and the words of a refusal', () => {
    drawBody(`<div id="red-captcha-1"></div>
      <div class="access-container"><div class="access-wrapper"><p class="title"> 当前笔记暂时无法浏览 </p></div></div>`);
    expect(describePage(document)).toMatchObject({ captcha: true, refusal: '当前笔记暂时无法浏览' });
  });
});
