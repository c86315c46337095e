import { useEffect, useRef, useState } from 'preact/hooks';
import { createBackupClient } from '../../workers/library/backup/create-backup-client';
import { Button } from '../controls/button';
import { IconButton } from '../controls/icon-button';
import { useUi } from '../shell/ui-context';
import { Card } from '../surfaces/card';
import { Notice } from '../surfaces/notice';
import { ProgressBar } from '../surfaces/progress-bar';
import { useTexts } from '../text-context';
import { RestoreDialog } from './restore-dialog';
import { RestoreProgress } from './restore-progress';
import { createRestoreStore, type RestoreStore } from './state/create-restore-store';
import './backup.css';

/** Brings a backup back: the file is read whole first, then it is asked what to do with it. */
export function RestoreCard() {
  const { ports } = useUi();
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [{ store, close }] = useState(() => {
    const leaving = new AbortController();
    const client = createBackupClient();
    return {
      store: createRestoreStore(ports, client, leaving.signal),
      close: () => {
        leaving.abort();
        client.close();
      },
    };
  });
  useEffect(() => close, []);
  const chosen = store.chosen.value;
  const restore = store.restore.value;
  const isBusy = chosen.state === 'checking' || restore?.state === 'clear' || restore?.state === 'copy';
  // What it still needs lies unpacked, and another file would take its place.
  const isStopped = restore?.state === 'stopped' || restore?.state === 'failed';
  return (
    <Card title={t('restore.title')}>
      <div class="stack">
        <div class="row wrap row-between">
          <p class="small soft backup-words">{t('restore.hint')}</p>
          <Button icon="undo" busy={isBusy} disabled={isStopped} onClick={() => input.current?.click()}>
            {t('restore.choose')}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".gz,application/gzip"
            class="unseen"
            tabIndex={-1}
            aria-label={t('restore.choose')}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              event.currentTarget.value = '';
              if (file) void store.check(file);
            }}
          />
        </div>
        <Checking store={store} />
        {restore && <RestoreProgress store={store} restore={restore} />}
      </div>
      {chosen.state === 'checked' && <RestoreDialog store={store} backup={chosen.backup} />}
    </Card>
  );
}

/** How far reading the file is, or what is wrong with it. */
function Checking({ store }: { store: RestoreStore }) {
  const { t } = useTexts();
  const chosen = store.chosen.value;
  if (chosen.state === 'failed') {
    return (
      <Notice
        icon="alert"
        tone="bad"
        shape="line"
        title={t('restore.failed')}
        actions={
          <IconButton icon="close" size={14} label={t('words.close')} onClick={() => void store.cancel()} />
        }
      >
        {t(`error.${chosen.error.code}`)}
      </Notice>
    );
  }
  if (chosen.state !== 'checking') return null;
  const { progress } = chosen;
  const share = progress && progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0;
  return (
    <div class="row">
      <div class="grow">
        <ProgressBar
          label={t(progress?.phase === 'checking' ? 'restore.checking' : 'restore.reading')}
          value={progress?.done ?? 0}
          max={progress?.total}
          text={t('restore.share', { share })}
        />
      </div>
      <Button size="small" onClick={() => void store.cancel()}>
        {t('words.cancel')}
      </Button>
    </div>
  );
}
