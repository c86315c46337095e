import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Space } from '../../../storage/readers/library/measure-space';
import { measureInWorker } from '../../../workers/library/space/create-space-client';
import { BackupCard } from '../../backup/backup-card';
import { RestoreCard } from '../../backup/restore-card';
import { Button } from '../../controls/button';
import { formatBytes } from '../../format/format-bytes';
import { toNoteTitle } from '../../format/to-note-title';
import { StoredSection } from '../../options/sections/stored-section';
import { useUi } from '../../shell/ui-context';
import { LOADING, toFailed, type Async } from '../../stores/async';
import { AsyncView } from '../../surfaces/async-view';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';
import { ListTable } from '../lists/list-table';

/** How much room is taken by what; backup and restore. */
export function SpaceScreen() {
  const { ports } = useUi();
  const { t } = useTexts();
  const space = useSignal<Async<Space>>(LOADING);
  const measure = async () => {
    try {
      space.value = { state: 'ready', value: await measureInWorker() };
    } catch (thrown) {
      space.value = toFailed(thrown);
    }
  };
  useEffect(() => void measure(), []);
  return (
    <>
      <div class="screen-head">
        <div>
          <h2>{t('space.title')}</h2>
          <p>{t('space.intro')}</p>
        </div>
        <Button size="small" icon="clock" onClick={() => void ports.openPage('options', 'general')}>
          {t('space.retention')}
        </Button>
      </div>
      <div class="stack">
        <StoredSection />
        <AsyncView of={space.value} empty={null} lines={6} onRetry={() => void measure()}>
          {(value) => <Shares space={value} />}
        </AsyncView>
        <BackupCard />
        <RestoreCard />
      </div>
    </>
  );
}

/** Room by kind, and the notes that take most of it. */
function Shares({ space }: { space: Space }) {
  const { t, language } = useTexts();
  const number = new Intl.NumberFormat(language);
  if (space.kinds.length === 0) return null;
  return (
    <>
      <Card title={t('space.kinds')}>
        <div class="stack">
          <p class="small soft">{t('space.estimate')}</p>
          <ListTable
            label={t('space.kinds')}
            rows={space.kinds}
            keyOf={({ store }) => store}
            columns={[
              { id: 'kind', label: t('space.kind'), draw: ({ store }) => t(`space.kind-${store}`) },
              { id: 'rows', label: t('space.rows'), isNumber: true, draw: ({ rows }) => number.format(rows) },
              {
                id: 'bytes',
                label: t('space.bytes'),
                isNumber: true,
                draw: ({ bytes }) => formatBytes(bytes, language),
              },
            ]}
          />
        </div>
      </Card>
      {space.notes.length > 0 && (
        <Card title={t('space.notes')}>
          <ListTable
            label={t('space.notes')}
            rows={space.notes}
            keyOf={({ noteId }) => noteId}
            columns={[
              {
                id: 'note',
                label: t('space.note'),
                draw: (note) => (
                  <a class="table-title cut-2" href={`#notes/${note.noteId}`}>
                    {toNoteTitle(note) ?? t('note.untitled')}
                  </a>
                ),
              },
              {
                id: 'stored',
                label: t('space.comments'),
                isNumber: true,
                draw: ({ stored }) => number.format(stored),
              },
              {
                id: 'bytes',
                label: t('space.bytes'),
                isNumber: true,
                draw: ({ bytes }) => formatBytes(bytes, language),
              },
            ]}
          />
        </Card>
      )}
    </>
  );
}
