import type { AuthorSighting } from '../../../../model/author';
import type { Count } from '../../../../model/values/count';
import { Avatar } from '../../../content/avatar';
import { Button } from '../../../controls/button';
import { Chip } from '../../../controls/chip';
import { formatCount } from '../../../format/format-count';
import { Icon } from '../../../icons/icon';
import { useTexts } from '../../../text-context';
import { RowCheckbox, type RowChoice } from './row-checkbox';
import { toFoundAuthorUrl } from '../rows/to-site-url';

export interface AuthorCardProps {
  readonly author: AuthorSighting;
  /** Absent: the card stands alone and is not chosen. */
  readonly choice?: RowChoice;
  /** Absent where this person's notes are shown already. */
  readonly onShowNotes?: (userId: string) => void;
}

/** A person who was found. */
export function AuthorCard({ author, choice, onShowNotes }: AuthorCardProps) {
  const { t } = useTexts();
  const { fields, counts, id } = author;
  const name = fields.nickname ?? t('note.author-unknown');
  const url = toFoundAuthorUrl(id, fields.xsecToken);
  const Box = choice ? 'li' : 'div';
  return (
    <Box class={choice?.isOn ? 'found-person found-on' : 'found-person'}>
      {choice && <RowCheckbox choice={choice} name={name} />}
      <Avatar name={fields.nickname} url={fields.avatarUrl} size={48} />
      <div class="grow">
        <p class="row wrap">
          <span class="strong">{name}</span>
          {fields.verified !== undefined && <Chip tone="accent">{fields.verified}</Chip>}
          {fields.redId !== undefined && <span class="mono tiny faint">{fields.redId}</span>}
        </p>
        {fields.desc !== undefined && <p class="small soft cut-2 break">{fields.desc}</p>}
        <p class="row wrap small soft found-numbers">
          <Number label={t('explore.column-fans')} count={counts.fans} />
          <Number label={t('explore.column-notes')} count={counts.notes} />
          <Number label={t('explore.column-follows')} count={counts.follows} />
          <Number label={t('explore.column-liked_and_collected')} count={counts.likedAndCollected} />
          {fields.place !== undefined && <span>{fields.place}</span>}
        </p>
      </div>
      <div class="row wrap found-ways">
        {onShowNotes && id.kind === 'site' && (
          <Button size="small" icon="book" onClick={() => onShowNotes(id.value)}>
            {t('explore.notes-of')}
            <span class="unseen">{t('explore.show-notes-of', { name })}</span>
          </Button>
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
    </Box>
  );
}

function Number({ label, count }: { label: string; count: Count | undefined }) {
  const { language } = useTexts();
  if (!count) return null;
  return (
    <span>
      {label} <span class="strong">{formatCount(count, language)}</span>
    </span>
  );
}
