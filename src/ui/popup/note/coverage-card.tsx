import type { Note } from '../../../model/note';
import { CommentLine } from '../../content/comment-line';
import { Button } from '../../controls/button';
import { Coverage } from '../../note/coverage';
import { useUi } from '../../shell/ui-context';
import { findValue } from '../../stores/async';
import type { CommentGlance } from '../../stores/note-store';
import { AsyncView } from '../../surfaces/async-view';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';
import type { PopupStore } from '../popup-store';

/** How many of the comments are kept, and the latest of them. */
export function CoverageCard({ store, note }: { store: PopupStore; note: Note }) {
  const { ports } = useUi();
  const { t } = useTexts();
  const windowId = findValue(store.tab.view.value)?.tab.windowId;
  const comments = store.note.comments.value;
  const showAll = () => {
    if (windowId !== undefined) ports.openPanel(windowId).then(ports.closePage, () => undefined);
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
              <p class="small soft coverage-none">{t(toEmptyKey(note, glance))}</p>
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

function toEmptyKey(note: Note, glance: CommentGlance) {
  if (glance.list?.endedBy === 'closed') return 'popup.comments-closed';
  const total = note.counts.comments;
  return total && !total.approximate && total.value === 0 ? 'popup.no-comments-on-site' : 'popup.no-comments';
}
