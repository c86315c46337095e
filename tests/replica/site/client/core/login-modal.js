import { elementOf, getElement } from './dom.js';
import { writeState } from './store.js';

const MODAL_HTML = `<div class="login-modal"><div class="reds-mask" aria-label="弹窗遮罩"></div><div class="login-container"><button class="close-button" type="button" aria-label="关闭">×</button><div class="left"><div class="login-reason"></div><div class="qrcode-img"></div><div class="qrcode-tip">可用小红书或微信扫码</div></div><div class="right"><div class="title">手机号登录</div><form class="login-form"><label class="phone"><span class="country-code">+86</span><input name="phone" inputmode="numeric" placeholder="输入手机号" autocomplete="off"></label><label class="auth-code"><input name="code" inputmode="numeric" placeholder="输入验证码" autocomplete="off"></label><div class="agreements"><span class="agree-icon"></span>我已阅读并同意《用户协议》</div></form></div></div></div>`;

/**
 * Asks a guest to log in; a second call changes only the reason.
 * @param {string} reason
 */
export function showLoginModal(reason) {
  const open = document.querySelector('.login-modal');
  if (open) {
    getElement(open, '.login-reason').textContent = reason;
    return;
  }
  const modal = elementOf(MODAL_HTML);
  getElement(modal, '.login-reason').textContent = reason;
  getElement(modal, '.close-button').addEventListener('click', () => closeLoginModal());
  getElement(modal, 'form').addEventListener('submit', (event) => event.preventDefault());
  document.body.append(modal);
  writeState('login', 'showLogin', true);
}

/** Takes the login window away. */
export function closeLoginModal() {
  document.querySelector('.login-modal')?.remove();
  writeState('login', 'showLogin', false);
}
