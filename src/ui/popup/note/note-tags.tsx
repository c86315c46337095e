import type { Note } from '../../../model/note';
import { toUrl } from '../../../site/routes';
import { Chip } from '../../controls/chip';
import { useTexts } from '../../text-context';

const SHOWN = 6;

/** The hashtags of a note; each opens the site's page of it. */
export function NoteTags({ note }: { note: Note }) {
  const { t } = useTexts();
  const topics = note.topics ?? [];
  if (topics.length === 0) return null;
  const host = note.host ?? 'www.xiaohongshu.com';
  return (
    <ul class="row wrap note-tags" aria-label={t('note.tags')}>
      {topics.slice(0, SHOWN).map((topic) => (
        <li key={`${topic.id ?? ''}-${topic.name}`}>
          <Chip href={toUrl({ kind: 'topic', host, keyword: topic.name })}>#{topic.name}</Chip>
        </li>
      ))}
      {topics.length > SHOWN && (
        <li class="tiny faint">{t('note.tags-more', { count: topics.length - SHOWN })}</li>
      )}
    </ul>
  );
}
