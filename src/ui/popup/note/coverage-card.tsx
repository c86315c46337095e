import type { Note } from '../../../model/note';
import { CommentLine } from '../../content/comment-line';
import { Button } from '../../controls/button';
import { Coverage } from '../../note/coverage';
import { useOpenPanel } from '../../shell/use-open-panel';
import { findValue } from '../../stores/async';
import { AsyncView } from '../../surfaces/async-view';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';
import type { PopupStore } from '../popup-store';

export interface CoverageCardProps {
  readonly store: PopupStore;
  readonly note: Note;
  /** Whether comments are being read; where they are not, scrolling would bring none. */
  readonly reads: boolean;
}

/** How many of the comments are kept, and the latest of them. */
export function CoverageCard({ store, note, reads }: CoverageCardProps) {
  const openPanel = useOpenPanel();
  const { t } = useTexts();
  const windowId = findValue(store.tab.view.value)?.tab.windowId;
  const comments = store.note.comments.value;
  const showAll = () => {
    if (windowId !== undefined) openPanel(windowId);
  };
  return (
    <Card
      title={t('popup.latest')}
      action={
        findValue(comments)?.captured ? (
          <Button kind="ghost" size="small" onClick={showAll}>
            {t('popup.show-all')}
          </Button>
        ) : null
      }
    >
      <AsyncView of={comments} empty={null} onRetry={() => void store.note.refresh()}>
        {(glance) => (
          <>
            <Coverage note={note} captured={glance.captured} list={glance.list} />
            {glance.latest.length === 0 ? (
              <p class="small soft coverage-none">{t(toEmptyKey(note, reads))}</p>
            ) : (
              <ul>
                {glance.latest.map((comment) => (
                  <CommentLine key={comment.commentId} comment={comment} host={note.host} />
                ))}
              </ul>
            )}
          </>
        )}
      </AsyncView>
    </Card>
  );
}

function toEmptyKey(note: Note, reads: boolean) {
  const total = note.counts.comments;
  if (total && !total.approximate && total.value === 0) return 'popup.no-comments-on-site';
  return reads ? 'popup.no-comments' : 'comments.none';
}
