import type { ComponentChildren } from 'preact';
import type { AuthorSighting } from '../../../model/author';
import type { Count } from '../../../model/values/count';
import { Chip } from '../../controls/chip';
import { formatCount } from '../../format/format-count';
import { useTexts } from '../../text-context';

export interface PersonFactsProps {
  readonly name: string;
  readonly fields: AuthorSighting['fields'];
  readonly counts: AuthorSighting['counts'];
  /** Further numbers, behind the others. */
  readonly children?: ComponentChildren;
}

/** Who somebody is, in three lines: name and public number, what they say of themselves, their numbers. */
export function PersonFacts({ name, fields, counts, children }: PersonFactsProps) {
  const { t } = useTexts();
  return (
    <>
      <p class="row wrap">
        <span class="strong break">{name}</span>
        {fields.verified !== undefined && <Chip tone="accent">{fields.verified}</Chip>}
        {fields.redId !== undefined && <span class="mono tiny faint">{fields.redId}</span>}
      </p>
      {fields.desc && <p class="small soft cut-2 break">{fields.desc}</p>}
      <p class="row wrap small soft found-numbers">
        <PersonNumber label={t('explore.column-fans')} count={counts.fans} />
        <PersonNumber label={t('explore.column-notes')} count={counts.notes} />
        <PersonNumber label={t('explore.column-follows')} count={counts.follows} />
        <PersonNumber label={t('explore.column-liked_and_collected')} count={counts.likedAndCollected} />
        <PersonNumber label={t('people.likes')} count={counts.liked} />
        {children}
        {fields.place !== undefined && <span>{fields.place}</span>}
      </p>
    </>
  );
}

function PersonNumber({ label, count }: { label: string; count: Count | undefined }) {
  const { language } = useTexts();
  if (!count) return null;
  return (
    <span>
      {label} <span class="strong">{formatCount(count, language)}</span>
    </span>
  );
}
