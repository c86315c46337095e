import type { IconName } from '../../icons/icon-paths';
import type { Translate } from '../../../i18n/t';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import type { PopupFace } from '../find-face';
import { AuthorCard } from './author-card';
import { KnownNotes } from './known-notes';
import { RecentNotes } from './recent-notes';

type SiteRef = Extract<PopupFace, { kind: 'page' }>['ref'];

const ICONS: Record<SiteRef['kind'], IconName> = {
  feed: 'book',
  author: 'user',
  search: 'search',
  topic: 'hash',
  board: 'star',
  notifications: 'comment',
  other: 'globe',
};

function toTitle(ref: SiteRef, t: Translate): string {
  if (ref.kind === 'search' || ref.kind === 'topic') return t(`page.${ref.kind}`, { keyword: ref.keyword });
  return t(`page.${ref.kind}`);
}

/** A page of the site without an open note: what is known of it, and what can be done. */
export function PageView({ pageRef }: { pageRef: SiteRef }) {
  const { t } = useTexts();
  const hint = pageRef.kind === 'notifications' ? 'page.hint-notifications' : 'page.hint-open-note';
  return (
    <>
      <Notice icon={ICONS[pageRef.kind]} tone="accent" title={toTitle(pageRef, t)}>
        <p>{t(hint)}</p>
        <KnownNotes />
      </Notice>
      {pageRef.kind === 'author' && <AuthorCard key={pageRef.userId} userId={pageRef.userId} />}
      <RecentNotes />
    </>
  );
}
