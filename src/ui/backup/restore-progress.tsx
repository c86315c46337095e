import { ERROR_CODES } from '../../model/errors';
import type { RestoreState } from '../../model/backup/backup-file';
import { Button } from '../controls/button';
import { IconButton } from '../controls/icon-button';
import { Notice } from '../surfaces/notice';
import { ProgressBar } from '../surfaces/progress-bar';
import { useTexts } from '../text-context';
import type { RestoreStore } from './state/create-restore-store';

/** How far the backup is put in, or how that ended; in whichever window it was begun. */
export function RestoreProgress({ store, restore }: { store: RestoreStore; restore: RestoreState }) {
  const { t } = useTexts();
  const { state, done, total } = restore;
  if (state === 'clear' || state === 'copy') {
    return (
      <div>
        <ProgressBar
          label={t('restore.running')}
          value={done}
          max={total}
          text={t('backup.progress', { done, total })}
        />
        <p class="tiny faint">{t('restore.goes-on')}</p>
      </div>
    );
  }
  if (state === 'done') {
    return (
      <Notice
        icon="check"
        tone="good"
        shape="line"
        title={t('restore.done', { rows: done - restore.skipped })}
        actions={
          <IconButton icon="close" size={14} label={t('words.close')} onClick={() => void store.dismiss()} />
        }
      />
    );
  }
  const code = ERROR_CODES.find((known) => known === restore.errorCode);
  return (
    <Notice
      icon="alert"
      tone="warn"
      shape="strip"
      title={t('restore.stopped', { done, total })}
      actions={
        <>
          <Button size="small" kind="primary" onClick={() => void store.resume()}>
            {t('restore.resume')}
          </Button>
          <Button size="small" onClick={() => void store.dismiss()}>
            {t('restore.give-up')}
          </Button>
        </>
      }
    >
      {t(`error.${code ?? 'paused'}`)}
    </Notice>
  );
}
