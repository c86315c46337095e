import type { ExportState } from '../../model/export';
import type { MediaState } from '../../model/exports/media-request';
import { Button } from '../controls/button';
import { IconButton } from '../controls/icon-button';
import { formatBytes } from '../format/format-bytes';
import { FileName } from '../note/file-name';
import { Notice } from '../surfaces/notice';
import { ProgressBar } from '../surfaces/progress-bar';
import { useTexts } from '../text-context';
import type { MediaStore } from './create-media-store';

/** What did not come, why, and the way on. */
function Failures({ media }: { media: MediaState }) {
  const { t } = useTexts();
  if (media.failed === 0) return null;
  return (
    <>
      <p>{t('media.failed', { failed: media.failed })}</p>
      {media.expired > 0 && <p>{t('media.expired', { expired: media.expired })}</p>}
      <details class="tiny">
        <summary>{t('media.failures')}</summary>
        <ul>
          {media.failures.map(({ name, reason }) => (
            <li key={name}>
              {t('media.failure', {
                name: name.split('/').slice(1).join('/'),
                reason: t(`media.reason-${reason}`),
              })}
            </li>
          ))}
        </ul>
        {media.failures.length < media.failed && <p>{t('media.failures-more')}</p>}
      </details>
    </>
  );
}

function Running({ state, media, onStop }: { state: ExportState; media: MediaState; onStop: () => void }) {
  const { t, language } = useTexts();
  const isSaving = state.state === 'saving';
  return (
    <div class="row">
      <div class="grow">
        <ProgressBar
          label={t(isSaving ? 'popup.export-saving' : 'media.downloading')}
          value={state.rows}
          max={isSaving || state.expectedRows === 0 ? undefined : state.expectedRows}
          text={t('media.progress', {
            files: state.rows,
            total: state.expectedRows,
            size: formatBytes(media.bytes, language),
          })}
        />
      </div>
      <Button size="small" onClick={onStop}>
        {t('words.cancel')}
      </Button>
    </div>
  );
}

/** How the latest save of media goes or went. */
export function MediaOutcome({ media: store }: { media: MediaStore }) {
  const { t, language } = useTexts();
  const state = store.current.value;
  const media = state?.media;
  const failure = store.failure.value ?? state?.error;
  const close = (
    <IconButton icon="close" size={14} label={t('words.close')} onClick={() => store.dismiss()} />
  );
  if (failure) {
    return (
      <Notice icon="alert" tone="bad" shape="line" title={t('media.not-saved')} actions={close}>
        <p>{t(`error.${failure.code}`)}</p>
        {media && store.failure.value === undefined && <Failures media={media} />}
      </Notice>
    );
  }
  if (!state || !media) return null;
  if (state.state !== 'done')
    return <Running state={state} media={media} onStop={() => void store.cancel()} />;
  return (
    <Notice
      icon={media.failed > 0 ? 'alert' : 'check'}
      tone={media.failed > 0 ? 'warn' : 'good'}
      shape="line"
      title={t('media.saved', {
        files: state.rows - media.failed,
        size: formatBytes(media.bytes, language),
      })}
      actions={close}
    >
      {state.fileName !== undefined && (
        <p>
          <FileName name={state.fileName} />
        </p>
      )}
      <Failures media={media} />
    </Notice>
  );
}
