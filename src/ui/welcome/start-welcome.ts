import { mount } from '../mount';
import { WelcomeApp } from './welcome-app';

/** Draws the welcome page. */
export function startWelcome(): void {
  void mount('welcome', WelcomeApp);
}
