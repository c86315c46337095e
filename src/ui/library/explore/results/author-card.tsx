import type { AuthorSighting } from '../../../../model/author';
import { Avatar } from '../../../content/avatar';
import { Button } from '../../../controls/button';
import { CollectButton } from '../../../jobs/collect/collect-button';
import { Icon } from '../../../icons/icon';
import { useTexts } from '../../../text-context';
import { toListItem, type ListPlace } from '../../lists/list-place';
import { PersonFacts } from '../../lists/person-facts';
import { RowCheckbox, type RowChoice } from './row-checkbox';
import { toFoundAuthorUrl } from '../rows/to-site-url';

export interface AuthorCardProps {
  readonly author: AuthorSighting;
  /** Absent: the card stands alone and is not chosen. */
  readonly choice?: RowChoice;
  readonly place?: ListPlace;
  /** Absent where this person's notes are shown already. */
  readonly onShowNotes?: (userId: string) => void;
}

/** A person who was found. */
export function AuthorCard({ author, choice, place, onShowNotes }: AuthorCardProps) {
  const { t } = useTexts();
  const { fields, counts, id } = author;
  const name = fields.nickname ?? t('note.author-unknown');
  const url = toFoundAuthorUrl(id, fields.xsecToken);
  return (
    <div class={choice?.isOn ? 'found-person found-on' : 'found-person'} {...(place && toListItem(place))}>
      {choice && <RowCheckbox choice={choice} name={name} />}
      <Avatar name={fields.nickname} url={fields.avatarUrl} size={48} />
      <div class="grow">
        <PersonFacts name={name} fields={fields} counts={counts} />
      </div>
      <div class="row wrap found-ways">
        {onShowNotes && id.kind === 'site' && (
          <Button size="small" icon="book" onClick={() => onShowNotes(id.value)}>
            {t('explore.notes-of')}
            <span class="unseen">{t('explore.show-notes-of', { name })}</span>
          </Button>
        )}
        {id.kind === 'site' && (
          <CollectButton subject={{ kind: 'author', userId: id.value, name }} kind="ghost" />
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
      </div>
    </div>
  );
}
