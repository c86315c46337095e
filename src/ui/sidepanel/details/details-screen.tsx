import type { Note } from '../../../model/note';
import { toUrl } from '../../../site/routes';
import { MediaStrip } from '../../content/media-strip';
import { RichText } from '../../content/rich-text';
import { toMediaUrl } from '../../content/to-media-url';
import { Chip } from '../../controls/chip';
import { CopyButton } from '../../controls/copy-button';
import { toAuthorRef } from '../../format/to-author-ref';
import { formatDuration } from '../../format/format-time';
import { NoteEnrich } from '../../enrich/note-enrich';
import type { EnrichStores } from '../../enrich/state/create-enrich-stores';
import { Icon } from '../../icons/icon';
import { NoteNumbers } from '../../note/note-numbers';
import type { Trend } from '../../stores/find-trend';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';
import { AuthorCard } from './author-card';
import { NoteHead } from './note-head';
import { Provenance } from './provenance';
import { TokenCard } from './token-card';

/** The stream to open: the best one without the author's watermark stream (259), else the first. */
function findVideoUrl(note: Note): string | undefined {
  const streams = note.video?.streams ?? [];
  const plain = streams.filter((stream) => stream.streamType !== 259);
  const best = [...(plain.length > 0 ? plain : streams)].sort(
    (a, b) => (b.bitrate ?? 0) - (a.bitrate ?? 0),
  )[0];
  return toMediaUrl(best?.url);
}

function MediaCard({ note }: { note: Note }) {
  const { t } = useTexts();
  const images = note.images ?? [];
  if (images.length === 0 && !note.video) return null;
  const videoUrl = findVideoUrl(note);
  const seconds = note.video?.durationSeconds;
  return (
    <Card title={t('panel.media')}>
      <MediaStrip images={images} video={note.video ?? undefined} size={132} />
      {note.video && (
        <div class="row row-between small">
          {seconds !== undefined && (
            <span>{t('panel.video-length', { length: formatDuration(seconds) })}</span>
          )}
          {videoUrl !== undefined && (
            <a
              class="row"
              href={videoUrl}
              target="_blank"
              rel="noopener noreferrer"
              referrerpolicy="no-referrer"
            >
              <Icon name="external" size={14} />
              {t('panel.video-open')}
            </a>
          )}
        </div>
      )}
    </Card>
  );
}

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
}

/** Everything that is known of the note and of who wrote it, and who can be asked for the rest. */
export function DetailsScreen({ note, trend, enrich }: DetailsScreenProps) {
  const { t } = useTexts();
  return (
    <div class="panel-scroll stack">
      <NoteHead note={note} />
      <Card title={t('panel.numbers')}>
        <NoteNumbers note={note} trend={trend} />
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
      <MediaCard note={note} />
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
