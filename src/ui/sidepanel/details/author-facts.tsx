import type { Author, Person } from '../../../model/author';
import type { SiteHost } from '../../../model/note';
import { toUrl } from '../../../site/routes';
import { Avatar } from '../../content/avatar';
import { RichText } from '../../content/rich-text';
import { Stat } from '../../content/stat';
import { Chip } from '../../controls/chip';
import { CopyButton } from '../../controls/copy-button';
import { toAuthorRef } from '../../format/to-author-ref';
import { useTexts } from '../../text-context';

export interface AuthorHeadProps {
  readonly person: Person;
  readonly known: Author | undefined;
  readonly host: SiteHost;
}

/** Picture, name, public number. The name opens their page, but not by a masked id. */
export function AuthorHead({ person, known, host }: AuthorHeadProps) {
  const { t } = useTexts();
  const nickname = known?.nickname ?? person.nickname;
  const name = nickname ?? t('note.author-unknown');
  const redId = known?.redId ?? person.redId;
  const token = person.xsecToken ?? known?.xsecToken;
  const ref = toAuthorRef(token === undefined ? person : { ...person, xsecToken: token }, host);
  return (
    <div class="row">
      <Avatar name={nickname} url={known?.avatarUrl ?? person.avatarUrl} size={48} />
      <div class="grow">
        <p class="strong cut">
          {ref ? (
            <a class="comment-name" href={toUrl(ref)} target="_blank" rel="noopener noreferrer">
              {name}
            </a>
          ) : (
            name
          )}
        </p>
        {redId !== undefined && (
          <p class="row small soft">
            <span>{t('enrich.author-red-id')}</span>
            <span class="mono cut">{redId}</span>
            <CopyButton text={redId} label={t('enrich.author-red-id')} />
          </p>
        )}
      </div>
    </div>
  );
}

/** The profile itself: numbers, bio, and what else it says. What is not known is not drawn. */
export function AuthorFacts({ author }: { author: Author }) {
  const { t } = useTexts();
  const { counts, desc, place, gender, verified } = author;
  const tags = (author.tags ?? []).filter((tag) => tag.name !== '');
  return (
    <div class="stack stack-tight">
      <dl class="stats">
        <Stat icon="user" label={t('enrich.author-fans')} count={counts.fans} />
        <Stat icon="user" label={t('enrich.author-follows')} count={counts.follows} />
        <Stat icon="heart" label={t('enrich.author-liked')} count={counts.likedAndCollected} />
        <Stat icon="book" label={t('enrich.author-notes')} count={counts.notes} />
      </dl>
      {verified !== undefined && (
        <p>
          <Chip icon="check" tone="good">
            {t('enrich.author-verified', { verified })}
          </Chip>
        </p>
      )}
      {desc && (
        <p class="author-card-bio small break">
          <RichText text={desc} />
        </p>
      )}
      <div class="row wrap">
        {place && <Chip icon="place">{place}</Chip>}
        {gender !== undefined && gender !== 'unknown' && <Chip>{t(`enrich.author-${gender}`)}</Chip>}
        {tags.map((tag) => (
          <Chip key={`${tag.kind}-${tag.name}`} icon="hash">
            {tag.name}
          </Chip>
        ))}
      </div>
    </div>
  );
}
