import { render, type ComponentType } from 'preact';
import type { PageName } from '../model/problems/problem';
import { onUncaught } from '../platform/uncaught';
import { createPorts } from './shell/create-ports';
import { PageFrame } from './shell/page-frame';
import type { Ports } from './shell/ports';
import { reportFailure } from './shell/report-failure';
import type { Ui } from './shell/ui-context';
import { createSettingsStore } from './stores/settings-store';
import { createToastStore } from './stores/toast-store';
import './theme.css';

const TITLES = {
  popup: 'popup.page-title',
  welcome: 'welcome.page-title',
  options: 'options.page-title',
  library: 'library.page-title',
  panel: 'panel.title',
} as const;

/** The stores every page has, for as long as the page is there. */
export function createUi(ports: Ports): Ui {
  const leaving = new AbortController();
  const toasts = createToastStore();
  addEventListener('pagehide', () => {
    toasts.flush();
    leaving.abort();
  });
  return { ports, toasts, settings: createSettingsStore(ports, leaving.signal), signal: leaving.signal };
}

/** Draws a page of the extension into `#app`. It appears once the settings are read, so it never changes its language. */
export async function mount(name: PageName, App: ComponentType, ports: Ports = createPorts()): Promise<void> {
  const ui = createUi(ports);
  onUncaught((thrown) => reportFailure(ports, name, thrown), ui.signal);
  await ui.settings.ready;
  const root = document.getElementById('app');
  if (!root) throw new Error('no #app in the page');
  render(
    <PageFrame ui={ui} titleKey={TITLES[name]}>
      <App />
    </PageFrame>,
    root,
  );
}
