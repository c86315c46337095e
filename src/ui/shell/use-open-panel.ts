import { useTexts } from '../text-context';
import { useUi } from './ui-context';

/**
 * Opens the side panel of a window and closes this page; a browser that refuses is named in a toast. The first
 * statement of a click: nothing is awaited before the browser is asked.
 */
export function useOpenPanel(): (windowId: number) => void {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  return (windowId) => {
    ports.openPanel(windowId).then(ports.closePage, () => {
      toasts.show(t('popup.panel-refused'), { tone: 'bad' });
    });
  };
}
