import type { ActionEntry } from '../../../model/actions/action-entry';
import { Moment } from '../../content/moment';
import { useTexts } from '../../text-context';
import type { Texts } from '../../text-context';
import { ListTable } from '../lists/list-table';

/** Everything that was done, the newest first, with what came of it. */
export function ActionLog({ entries }: { readonly entries: readonly ActionEntry[] }) {
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
          draw: ({ noteId, commentId }) => (
            <span class="mono tiny">{noteId === '' ? t('act.forgotten') : (commentId ?? noteId)}</span>
          ),
        },
        { id: 'words', label: t('act.log-words'), draw: ({ content }) => <span class="cut">{content}</span> },
        { id: 'result', label: t('act.log-result'), draw: (entry) => toResultWords(entry, texts) },
      ]}
    />
  );
}

/** What came of it, in words; what was refused says why. */
export function toResultWords({ outcome }: Pick<ActionEntry, 'outcome'>, { t }: Texts): string {
  if (outcome === undefined) return t('act.result-open');
  if (outcome.is === 'refused') return t(`error.${outcome.code}`);
  if (outcome.is === 'done')
    return t(outcome.proof === 'answer' ? 'act.result-done' : 'act.result-done-page');
  return t(`act.result-${outcome.is}`);
}
