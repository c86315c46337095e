import { mount } from '../mount';
import { SidepanelApp } from './sidepanel-app';

/** Draws the side panel. */
export function startSidepanel(): void {
  void mount('panel', () => <SidepanelApp />);
}
