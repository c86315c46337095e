import { mount } from '../mount';
import { OptionsApp } from './options-app';

/** Draws the options page. */
export function startOptions(): void {
  void mount('options', OptionsApp);
}
