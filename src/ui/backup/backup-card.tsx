import { useEffect, useState } from 'preact/hooks';
import { createBackupClient } from '../../workers/library/backup/create-backup-client';
import { Button } from '../controls/button';
import { IconButton } from '../controls/icon-button';
import { formatBytes } from '../format/format-bytes';
import { FileName } from '../note/file-name';
import { useUi } from '../shell/ui-context';
import { Card } from '../surfaces/card';
import { Notice } from '../surfaces/notice';
import { ProgressBar } from '../surfaces/progress-bar';
import { useTexts } from '../text-context';
import { createBackupStore, type BackupStore } from './state/create-backup-store';
import './backup.css';

/** The whole database as one file. */
export function BackupCard() {
  const { ports } = useUi();
  const { t } = useTexts();
  const [store] = useState(() => createBackupStore(ports, createBackupClient()));
  useEffect(() => () => store.cancel(), []);
  const { state } = store.backup.value;
  return (
    <Card title={t('backup.title')}>
      <div class="stack">
        <div class="row wrap row-between">
          <p class="small soft backup-words">{t('backup.hint')}</p>
          <Button
            icon="download"
            busy={state === 'writing' || state === 'saving'}
            onClick={() => void store.start()}
          >
            {t('backup.button')}
          </Button>
        </div>
        <Outcome store={store} />
      </div>
    </Card>
  );
}

function Outcome({ store }: { store: BackupStore }) {
  const { t, language } = useTexts();
  const now = store.backup.value;
  const close = (
    <IconButton icon="close" size={14} label={t('words.close')} onClick={() => store.dismiss()} />
  );
  switch (now.state) {
    case 'idle':
      return null;
    case 'writing':
      return (
        <div class="row">
          <div class="grow">
            <ProgressBar
              label={t('backup.writing')}
              value={now.progress?.done ?? 0}
              max={now.progress?.total}
              text={t('backup.progress', {
                done: now.progress?.done ?? 0,
                total: now.progress?.total ?? 0,
              })}
            />
            <p class="tiny faint">{t('backup.keep-open')}</p>
          </div>
          <Button size="small" onClick={() => store.cancel()}>
            {t('words.cancel')}
          </Button>
        </div>
      );
    case 'saving':
      return <ProgressBar label={t('backup.saving')} value={0} text={t('backup.saving')} />;
    case 'failed':
      return (
        <Notice icon="alert" tone="bad" shape="line" title={t('backup.failed')} actions={close}>
          {t(`error.${now.error.code}`)}
        </Notice>
      );
    case 'done':
      return (
        <Notice
          icon="check"
          tone="good"
          shape="line"
          title={t('backup.done', { rows: now.rows, size: formatBytes(now.bytes, language) })}
          actions={close}
        >
          <FileName name={now.fileName} />
        </Notice>
      );
  }
}
