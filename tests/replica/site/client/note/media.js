import { elementOf, getElement } from '../core/dom.js';
import { showToast } from '../core/toast.js';
import { svgIcon } from '../templates/html.js';

/**
 * Turns the picture shown; the first and last stop there.
 * @param {HTMLElement} container `.media-container`
 * @param {any} note
 */
function bindSlider(container, note) {
  const count = note.imageList.length;
  const wrapper = getElement(container, '.swiper-wrapper');
  const slides = [...wrapper.querySelectorAll('.swiper-slide')];
  let index = 0;
  const show = () => {
    slides.forEach((slide) =>
      slide.classList.toggle(
        'swiper-slide-active',
        !slide.classList.contains('swiper-slide-duplicate') &&
          slide.getAttribute('data-index') === String(index),
      ),
    );
    if (count < 2) return;
    getElement(container, '.fraction').textContent = `${index + 1}/${count}`;
    getElement(container, '.arrow-controller.left').classList.toggle('forbidden', index === 0);
    getElement(container, '.arrow-controller.right').classList.toggle('forbidden', index === count - 1);
    [...container.querySelectorAll('.pagination-item .dot')].forEach((dot, at) =>
      dot.classList.toggle('active', at === index),
    );
  };
  const turn = (/** @type {1 | -1} */ step) => {
    index = Math.min(count - 1, Math.max(0, index + step));
    show();
  };
  show();
  if (count < 2) return;
  getElement(container, '.arrow-controller.left').addEventListener('click', () => turn(-1));
  getElement(container, '.arrow-controller.right').addEventListener('click', () => turn(1));
}

/**
 * The poster with a play button; the video itself is asked for only when somebody wants to see it.
 * @param {HTMLElement} container `.media-container`
 * @param {any} note
 */
function bindPlayer(container, note) {
  const { h264 = [], h265 = [], av1 = [] } = note.video?.media?.stream ?? {};
  const source = [...h264, ...h265, ...av1][0]?.masterUrl;
  const player = getElement(container, '.player-el');
  const start = elementOf(`<div class="xgplayer-start">${svgIcon('play-s', 36)}</div>`);
  start.addEventListener('click', () => {
    const video = document.createElement('video');
    video.controls = true;
    video.playsInline = true;
    video.src = source.replace(/^http:/, 'https:');
    player.replaceChildren(video);
    video.play().catch(() => showToast('视频播放失败'));
  });
  if (source) player.replaceChildren(start);
}

/**
 * Brings a note's pictures or its player to life.
 * @param {HTMLElement} container `.media-container`
 * @param {any} note
 */
export function startMedia(container, note) {
  if (note.type === 'video') bindPlayer(container, note);
  else if (note.imageList.length > 0) bindSlider(container, note);
}
