import type { Note } from '../../../model/note';
import { toUrl } from '../../../site/routes';
import { RichText } from '../../content/rich-text';
import { Chip } from '../../controls/chip';
import { CopyButton } from '../../controls/copy-button';
import { toAuthorRef } from '../../format/to-author-ref';
import { NoteDeeds } from '../../deeds/note-deeds';
import type { DeedsStore } from '../../deeds/state/create-deeds-store';
import { NoteEnrich } from '../../enrich/note-enrich';
import type { EnrichStores } from '../../enrich/state/create-enrich-stores';
import type { JobsStore } from '../../jobs/state/create-jobs-store';
import { NoteWatch } from '../../jobs/watch/note-watch';
import type { MediaStore } from '../../media/create-media-store';
import { NoteNumbers } from '../../note/note-numbers';
import type { Trend } from '../../stores/find-trend';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';
import { AuthorCard } from './author-card';
import { MediaCard } from './media-card';
import { NoteHead } from './note-head';
import { Provenance } from './provenance';
import { TokenCard } from './token-card';

function TopicsAndMentions({ note }: { note: Note }) {
  const { t } = useTexts();
  const host = note.host ?? 'www.xiaohongshu.com';
  const topics = note.topics ?? [];
  const mentions = note.mentions ?? [];
  if (topics.length === 0 && mentions.length === 0) return null;
  return (
    <Card title={topics.length > 0 ? t('panel.topics') : t('panel.mentions')}>
      <div class="row wrap">
        {topics.map((topic) => (
          <Chip
            key={topic.id ?? topic.name}
            icon="hash"
            href={toUrl({ kind: 'topic', host, keyword: topic.name })}
          >
            {topic.name}
          </Chip>
        ))}
      </div>
      {mentions.length > 0 && topics.length > 0 && <h4 class="small soft">{t('panel.mentions')}</h4>}
      <div class="row wrap">
        {mentions.map((person) => {
          const ref = toAuthorRef(person, host);
          return (
            <Chip key={person.id.value} icon="user" {...(ref ? { href: toUrl(ref) } : {})}>
              {person.nickname ?? person.id.value}
            </Chip>
          );
        })}
      </div>
    </Card>
  );
}

export interface DetailsScreenProps {
  readonly note: Note;
  readonly trend: Trend | undefined;
  readonly enrich: EnrichStores;
  readonly media: MediaStore;
  readonly jobs: JobsStore;
  readonly deeds: DeedsStore;
}

/** Everything that is known of the note and of who wrote it, and who can be asked for the rest. */
export function DetailsScreen({ note, trend, enrich, media, jobs, deeds }: DetailsScreenProps) {
  const { t } = useTexts();
  return (
    <div class="panel-scroll stack">
      <NoteHead note={note} />
      <NoteDeeds store={deeds} />
      <Card title={t('panel.numbers')}>
        <NoteNumbers note={note} trend={trend} />
        <NoteWatch key={note.noteId} note={note} jobs={jobs} />
      </Card>
      <NoteEnrich note={note} store={enrich.note} />
      <Card
        title={t('panel.text')}
        action={note.text ? <CopyButton text={note.text} label={t('panel.text')} /> : null}
      >
        {note.text ? (
          <div class="note-text">
            <RichText text={note.text} host={note.host} mentions={note.mentions} />
          </div>
        ) : (
          <p class="faint">{t('panel.no-text')}</p>
        )}
      </Card>
      <MediaCard note={note} media={media} />
      <TopicsAndMentions note={note} />
      {note.author && (
        <AuthorCard
          person={note.author}
          host={note.host ?? 'www.xiaohongshu.com'}
          profile={enrich.profile}
          store={enrich.author}
        />
      )}
      <TokenCard note={note} />
      <Provenance title={t('panel.provenance')} observed={note.observed} />
    </div>
  );
}
