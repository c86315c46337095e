import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { AppError, toErrorReport } from '../../model/errors';
import { MEDIA_KINDS, type MediaKind } from '../../model/exports/media-request';
import { Button } from '../controls/button';
import { Switch } from '../controls/switch';
import { formatBytes } from '../format/format-bytes';
import { useUi } from '../shell/ui-context';
import { LOADING, toFailed, type Async } from '../stores/async';
import { AsyncView } from '../surfaces/async-view';
import { Dialog } from '../surfaces/dialog';
import { useTexts } from '../text-context';
import { countMedia, type MediaCounts } from './count-media';
import type { MediaStore } from './create-media-store';

export interface MediaDialogProps {
  readonly media: MediaStore;
  readonly noteIds: readonly string[];
  readonly onClose: () => void;
}

function MediaChoice(props: {
  readonly counts: MediaCounts;
  readonly kinds: ReadonlySet<MediaKind>;
  readonly onChange: (kinds: ReadonlySet<MediaKind>) => void;
}) {
  const { counts, kinds, onChange } = props;
  const { t, language } = useTexts();
  const toHint = (kind: MediaKind) => {
    const { [kind]: files } = counts.files;
    const { [kind]: bytes } = counts.knownBytes;
    if (files === 0) return t('media.none');
    if (bytes === 0) return t('media.files', { files });
    return t('media.files-size', { files, size: formatBytes(bytes, language) });
  };
  return (
    <>
      {MEDIA_KINDS.map((kind) => (
        <Switch
          key={kind}
          label={t(`media.kind-${kind}`)}
          hint={toHint(kind)}
          on={kinds.has(kind) && counts.files[kind] > 0}
          disabled={counts.files[kind] === 0}
          onChange={(on) =>
            onChange(new Set(MEDIA_KINDS.filter((one) => (one === kind ? on : kinds.has(one)))))
          }
        />
      ))}
    </>
  );
}

/** What of some notes is to be saved; how much that is; and, in the click itself, the browser's leave to fetch it. */
export function MediaDialog({ media, noteIds, onClose }: MediaDialogProps) {
  const { ports } = useUi();
  const { t, language } = useTexts();
  const kinds = useSignal<ReadonlySet<MediaKind>>(new Set(MEDIA_KINDS));
  const counts = useSignal<Async<MediaCounts>>(LOADING);
  const read = () =>
    countMedia(ports.readers, noteIds).then(
      (value) => (counts.value = { state: 'ready', value }),
      (thrown: unknown) => (counts.value = toFailed(thrown)),
    );
  useEffect(() => void read(), []);
  const known = counts.value.state === 'ready' ? counts.value.value : undefined;
  const chosen = MEDIA_KINDS.filter((kind) => kinds.value.has(kind) && (known?.files[kind] ?? 0) > 0);
  const files = chosen.reduce((sum, kind) => sum + (known?.files[kind] ?? 0), 0);
  const refuse = () => media.refuse(toErrorReport(new AppError('media-access-withheld')));
  const start = () => {
    // The browser takes it only as the first thing of a click.
    const given = ports.mediaAccess.request();
    given.then((isGiven) => (isGiven ? void media.start(noteIds, chosen, language) : refuse()), refuse);
    onClose();
  };
  return (
    <Dialog
      title={t('media.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('words.cancel')}</Button>
          <Button kind="primary" icon="download" disabled={files === 0} onClick={start}>
            {known ? t('media.save-files', { files }) : t('media.save')}
          </Button>
        </>
      }
    >
      <AsyncView of={counts.value} empty={null} lines={4} onRetry={() => void read()}>
        {(ready) => (
          <MediaChoice counts={ready} kinds={kinds.value} onChange={(next) => (kinds.value = next)} />
        )}
      </AsyncView>
      <p class="small soft">{t('media.explain')}</p>
      <p class="small soft">{t('media.access')}</p>
    </Dialog>
  );
}
