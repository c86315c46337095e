import { mount } from '../mount';
import { PopupApp } from './popup-app';

/** Draws the popup. */
export function startPopup(): void {
  void mount('popup', PopupApp);
}
