import { useUi } from '../../shell/ui-context';
import { useTexts } from '../../text-context';

export interface WrittenText {
  /** Begins the file's name, in plain letters. */
  readonly name: string;
  readonly format: 'csv' | 'json';
  readonly text: string;
}

/** Puts a text into the user's downloads, under a name with the time in it, and says so. */
export function useSaveText(): (file: WrittenText) => Promise<void> {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  return async ({ name, format, text }) => {
    const stamp = new Date()
      .toISOString()
      .slice(0, 19)
      .replace(/\D/g, '')
      .replace(/^(\d{8})/, '$1-');
    const mimeType = format === 'csv' ? 'text/csv;charset=utf-8' : 'application/json';
    try {
      const saved = await ports.saveText({ fileName: `${name}-${stamp}.${format}`, mimeType, text });
      toasts.show(t('explore.exported', { name: saved }));
    } catch (thrown) {
      const isCancelled = /USER_CANCELED|cancell?ed by the user/i.test(String(thrown));
      if (isCancelled) toasts.show(t('explore.export-cancelled'));
      else toasts.show(t('error.download-failed'), { tone: 'bad' });
    }
  };
}
