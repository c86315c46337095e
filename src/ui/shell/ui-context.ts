import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SettingsStore } from '../stores/settings-store';
import type { ToastStore } from '../stores/toast-store';
import type { Ports } from './ports';

/** What every screen of a page shares. */
export interface Ui {
  readonly ports: Ports;
  readonly settings: SettingsStore;
  readonly toasts: ToastStore;
  /** Aborted when the page goes away. */
  readonly signal: AbortSignal;
}

export const UiContext = createContext<Ui | undefined>(undefined);

/** The page's own ports and stores; throws outside of a mounted page. */
export function useUi(): Ui {
  const ui = useContext(UiContext);
  if (!ui) throw new Error('no page around this component');
  return ui;
}
