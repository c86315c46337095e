import { PROVIDERS } from '../../../../model/providers/provider.catalog';
import type { ListColumn } from '../../lists/list-column';
import type { FoundAuthor } from '../state/found-row';
import { toIso } from './note-columns';
import { toFoundAuthorUrl } from './to-site-url';

/** Everything that a list of people tells, flat. */
export const AUTHOR_COLUMNS = [
  { id: 'author_id', cell: ({ author }) => author.id.value },
  { id: 'author_id_kind', cell: ({ author }) => author.id.kind },
  { id: 'author_name', cell: ({ author }) => author.fields.nickname },
  { id: 'red_id', cell: ({ author }) => author.fields.redId },
  { id: 'desc', cell: ({ author }) => author.fields.desc },
  { id: 'fans', cell: ({ author }) => author.counts.fans?.value },
  { id: 'follows', cell: ({ author }) => author.counts.follows?.value },
  { id: 'notes', cell: ({ author }) => author.counts.notes?.value },
  { id: 'liked_and_collected', cell: ({ author }) => author.counts.likedAndCollected?.value },
  { id: 'place', cell: ({ author }) => author.fields.place },
  { id: 'verified', cell: ({ author }) => author.fields.verified },
  { id: 'url', cell: ({ author }) => toFoundAuthorUrl(author.id, author.fields.xsecToken) },
  { id: 'source', cell: ({ run }) => PROVIDERS[run.provider].label },
  { id: 'endpoint', cell: ({ run }) => run.endpoint },
  { id: 'found_at', cell: ({ run }) => toIso(run.at) },
] as const satisfies readonly ListColumn<FoundAuthor>[];
