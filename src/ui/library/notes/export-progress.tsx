import { Button } from '../../controls/button';
import { IconButton } from '../../controls/icon-button';
import { Notice } from '../../surfaces/notice';
import { ProgressBar } from '../../surfaces/progress-bar';
import { useTexts } from '../../text-context';
import type { BatchExport } from './state/create-batch-export';

/** How the exports of several notes go or went. */
export function ExportProgress({ exports }: { exports: BatchExport }) {
  const { t } = useTexts();
  const progress = exports.progress.value;
  if (!progress) return null;
  const { done, failed, total } = progress;
  if (!progress.isRunning) {
    return (
      <Notice
        icon={failed > 0 ? 'alert' : 'check'}
        tone={failed > 0 ? 'warn' : 'good'}
        shape="line"
        title={t('library.export-done', { done, total })}
        actions={
          <IconButton icon="close" size={14} label={t('words.close')} onClick={() => exports.dismiss()} />
        }
      >
        {failed > 0 ? t('library.export-failed', { failed }) : undefined}
      </Notice>
    );
  }
  return (
    <div class="row">
      <div class="grow">
        <ProgressBar
          label={t('library.export-running')}
          value={done + failed}
          max={total}
          text={t('library.export-progress', { done: done + failed, total })}
        />
      </div>
      <Button size="small" onClick={() => exports.stop()}>
        {t('words.cancel')}
      </Button>
    </div>
  );
}
