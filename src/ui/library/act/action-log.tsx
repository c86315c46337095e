import type { ActionEntry } from '../../../model/actions/action-entry';
import { Moment } from '../../content/moment';
import { Button } from '../../controls/button';
import { CopyButton } from '../../controls/copy-button';
import { toNoteTitle } from '../../format/to-note-title';
import { toNoteUrl } from '../../format/to-note-url';
import { Card } from '../../surfaces/card';
import { useTexts, type Texts } from '../../text-context';
import { ListTable } from '../lists/list-table';
import { useSaveList } from '../lists/use-save-list';
import { CheckAgain } from './log/check-again';
import { MOST_ENTRIES, type ActionsStore, type LogNote } from './create-actions-store';
import { EmptyLog } from './log/empty-log';
import { LOG_COLUMNS } from './log/log-columns';
import { LogFilters } from './log/log-filters';
import './log/log.css';

export interface ActionLogProps {
  readonly entries: readonly ActionEntry[];
  readonly store: ActionsStore;
  /** What accounts are called, by the site's id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Everything that was done, the newest first, with what came of it: looked through, and written to a file. */
export function ActionLog({ entries, store, names }: ActionLogProps) {
  const { t } = useTexts();
  const saveList = useSaveList();
  const shown = store.shown.value;
  const notes = store.notes.value;
  const save = (format: 'csv' | 'json') => {
    const rows = shown.map((entry) => ({
      entry,
      note: notes.get(entry.noteId),
      account: names.get(entry.viewerId),
    }));
    const headerOf = (id: string) => t(`log.column-${id as 'content'}`);
    void saveList({ name: 'actions', columns: LOG_COLUMNS, rows, headerOf }, format);
  };
  return (
    <Card title={t('act.log')}>
      <div class="stack">
        <LogFilters
          filter={store.filter.value}
          accounts={[...new Set(entries.map(({ viewerId }) => viewerId))]}
          names={names}
          onChange={(change) => (store.filter.value = { ...store.filter.value, ...change })}
        />
        <div class="row wrap">
          <p class="results-count" role="status">
            {t('log.count', { count: shown.length })}
          </p>
          <Button size="small" icon="download" disabled={shown.length === 0} onClick={() => save('csv')}>
            {t('explore.export-csv')}
          </Button>
          <Button size="small" icon="download" disabled={shown.length === 0} onClick={() => save('json')}>
            {t('explore.export-json')}
          </Button>
          <EmptyLog />
        </div>
        {store.isCut.value && <p class="small soft">{t('log.first-only', { count: MOST_ENTRIES })}</p>}
        {shown.length === 0 ? (
          <p class="soft">{t('log.no-match')}</p>
        ) : (
          <LogTable entries={shown} notes={notes} names={names} />
        )}
      </div>
    </Card>
  );
}

interface LogTableProps {
  readonly entries: readonly ActionEntry[];
  readonly notes: ReadonlyMap<string, LogNote>;
  readonly names: ReadonlyMap<string, string>;
}

function LogTable({ entries, notes, names }: LogTableProps) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <ListTable
      label={t('act.log')}
      rows={entries}
      keyOf={({ actionId }) => actionId}
      columns={[
        { id: 'when', label: t('act.log-when'), draw: ({ at }) => <Moment at={at} /> },
        { id: 'what', label: t('act.log-what'), draw: ({ action }) => t(`act.action-${action}`) },
        {
          id: 'where',
          label: t('act.log-where'),
          draw: (entry) => <Where entry={entry} note={notes.get(entry.noteId)} />,
        },
        {
          id: 'words',
          label: t('act.log-words'),
          draw: ({ content }) => (
            <span class="log-words cut" title={content}>
              {content}
            </span>
          ),
        },
        {
          id: 'result',
          label: t('act.log-result'),
          draw: (entry) => (
            <span class={`log-result log-${entry.outcome?.is ?? 'open'}`}>
              {toResultWords(entry, texts)}
              {entry.outcome?.is === 'uncertain' && <CheckAgain entry={entry} />}
            </span>
          ),
        },
        {
          id: 'who',
          label: t('log.who'),
          draw: ({ viewerId }) => names.get(viewerId) ?? <span class="mono tiny faint">{viewerId}</span>,
        },
      ]}
    />
  );
}

/** The note, opened on the site, and the comment: the site has no address of one, so the library shows those of the note. */
function Where({ entry, note }: { entry: ActionEntry; note: LogNote | undefined }) {
  const { t } = useTexts();
  const { noteId, commentId } = entry;
  if (noteId === '') return <span class="tiny faint">{t('act.forgotten')}</span>;
  const title = note && toNoteTitle(note);
  const url = toNoteUrl(note ?? { noteId, tokens: toTokens(entry) });
  return (
    <span class="log-where">
      <a
        class="cut"
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        title={title === undefined ? t('log.open-note-plain') : t('log.open-note', { title })}
      >
        {title ?? <span class="mono tiny">{noteId}</span>}
      </a>
      {commentId !== undefined && (
        <span class="row tiny">
          {note && (
            <a href={`#comments/${noteId}`} title={t('log.comments-of')}>
              {t('library.screen-comments')}
            </a>
          )}
          <CopyButton text={commentId} label={t('log.copy-comment')} />
        </span>
      )}
    </span>
  );
}

const toTokens = ({ xsecToken, at }: ActionEntry): LogNote['tokens'] =>
  xsecToken === undefined ? [] : [{ xsecToken, seenAt: at, from: 'url' }];

/** What came of it, in words; what was refused says why. */
export function toResultWords({ outcome }: Pick<ActionEntry, 'outcome'>, { t }: Texts): string {
  if (outcome === undefined) return t('act.result-open');
  if (outcome.is === 'refused') return t(`error.${outcome.code}`);
  if (outcome.is === 'done')
    return t(outcome.proof === 'answer' ? 'act.result-done' : 'act.result-done-page');
  return t(`act.result-${outcome.is}`);
}
