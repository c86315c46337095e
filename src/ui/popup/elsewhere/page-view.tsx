import type { IconName } from '../../icons/icon-paths';
import type { Translate } from '../../../i18n/t';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import type { PopupFace } from '../find-face';
import { AuthorCard } from './author-card';
import { KeptNotesCard } from './kept-notes-card';
import { KnownNotes } from './known-notes';
import { MessagesCard } from './messages-card';
import { RecentNotes } from './recent-notes';
import { SwitchedOff } from './switched-off';

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

/** What is kept of this very page. Of albums and other pages nothing is. */
function KeptHere({ pageRef }: { pageRef: SiteRef }) {
  const { kind } = pageRef;
  if (kind === 'author') {
    return (
      <>
        <SwitchedOff kind="authors" />
        <AuthorCard key={pageRef.userId} userId={pageRef.userId} />
        <KeptNotesCard key={`notes-${pageRef.userId}`} of={{ kind: 'author', userId: pageRef.userId }} />
      </>
    );
  }
  if (kind === 'notifications') {
    return (
      <>
        <SwitchedOff kind="notifications" />
        <MessagesCard host={pageRef.host} />
      </>
    );
  }
  if (kind !== 'feed' && kind !== 'search' && kind !== 'topic') return null;
  const list = kind === 'feed' ? 'feeds' : 'searches';
  const key = kind === 'feed' ? pageRef.channel : pageRef.keyword;
  return (
    <>
      <SwitchedOff kind={list} />
      <KeptNotesCard key={`${list}-${key ?? ''}`} of={{ kind: 'list', list, key }} />
    </>
  );
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
      <KeptHere pageRef={pageRef} />
      <RecentNotes />
    </>
  );
}
