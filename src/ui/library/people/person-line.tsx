import { Avatar } from '../../content/avatar';
import { Moment } from '../../content/moment';
import { Button } from '../../controls/button';
import { CopyButton } from '../../controls/copy-button';
import { Icon } from '../../icons/icon';
import { CollectButton } from '../../jobs/collect/collect-button';
import { Provenance } from '../../sidepanel/details/provenance';
import { toSourceWords } from '../../sidepanel/details/to-source-words';
import { useTexts } from '../../text-context';
import { toFoundAuthorUrl } from '../explore/rows/to-site-url';
import type { ListPlace } from '../lists/list-place';
import { PersonFacts } from '../lists/person-facts';
import type { KeptPerson } from './create-people-store';
import { findLastSight } from './people-columns';

/** A person who is kept: who they are, who told it and when, and what can be done. */
export function PersonLine({
  person,
  place,
  onForget,
}: {
  person: KeptPerson;
  place: ListPlace;
  onForget: () => void;
}) {
  const { t, language } = useTexts();
  const { author, keptNotes } = person;
  const name = author.nickname ?? t('note.author-unknown');
  const url = toFoundAuthorUrl(author.id, author.xsecToken);
  const last = findLastSight(author.observed);
  return (
    <article
      class="found-person person-line"
      aria-label={name}
      aria-posinset={place.index + 1}
      aria-setsize={place.count}
    >
      <Avatar name={author.nickname} url={author.avatarUrl} size={48} />
      <div class="grow">
        <PersonFacts name={name} fields={author} counts={author.counts}>
          {keptNotes > 0 && (
            <span>
              {t('people.kept-notes')}{' '}
              <span class="strong">{new Intl.NumberFormat(language).format(keptNotes)}</span>
            </span>
          )}
        </PersonFacts>
        <p class="row wrap tiny faint">
          {last && <span>{toSourceWords(last, t)}</span>}
          <span>
            {t('people.seen')} <Moment at={author.lastSeenAt} />
          </span>
          {author.redId !== undefined && <CopyButton text={author.redId} label={t('enrich.author-red-id')} />}
        </p>
        <Provenance title={t('people.provenance')} observed={author.observed} />
      </div>
      <div class="row wrap found-ways">
        {author.id.kind === 'site' && (
          <a
            class="button button-plain button-small"
            href={`#explore/author/${encodeURIComponent(author.id.value)}`}
            aria-label={t('people.show-notes-of', { name })}
          >
            <Icon name="book" size={15} />
            {t('explore.notes-of')}
          </a>
        )}
        {author.id.kind === 'site' && (
          <CollectButton subject={{ kind: 'author', userId: author.id.value, name }} kind="ghost" />
        )}
        {url !== undefined && (
          <a
            class="button button-ghost button-small"
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('explore.open-author', { name })}
          >
            <Icon name="external" size={15} />
            {t('explore.open')}
          </a>
        )}
        <Button kind="ghost" size="small" icon="trash" onClick={onForget}>
          {t('people.forget')}
          <span class="unseen"> {name}</span>
        </Button>
      </div>
    </article>
  );
}
