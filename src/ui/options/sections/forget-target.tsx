import type { Author } from '../../../model/author';
import { toAppError } from '../../../model/errors';
import type { Note } from '../../../model/note';
import { Avatar } from '../../content/avatar';
import { NoteLine } from '../../content/note-line';
import { Button } from '../../controls/button';
import { useUi } from '../../shell/ui-context';
import { useTexts } from '../../text-context';

export type Target =
  | {
      readonly kind: 'note';
      readonly noteId: string;
      readonly note: Note | undefined;
      readonly comments: number;
    }
  | {
      readonly kind: 'person';
      readonly authorKey: string;
      readonly userId: string;
      readonly author: Author | undefined;
    };

/** Shows what would be removed; removing waits a moment, so that it can be undone. */
export function ForgetTarget({ target, onDone }: { target: Target; onDone: () => void }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const isNote = target.kind === 'note';

  const commit = async () => {
    try {
      if (target.kind === 'note') {
        const gone = await ports.client('note.forget', { noteId: target.noteId });
        toasts.show(t('options.forgot-note', gone));
      } else {
        const gone = await ports.client('person.forget', { authorKey: target.authorKey });
        toasts.show(t('options.forgot-person', gone));
      }
    } catch (thrown) {
      toasts.show(t(`error.${toAppError(thrown).code}`), { tone: 'bad' });
    }
  };
  const forget = () => {
    onDone();
    toasts.showUndo(t(isNote ? 'options.forgetting-note' : 'options.forgetting-person'), () => void commit());
  };
  return (
    <div class="forget-target">
      {target.kind === 'note' ? (
        <>
          {target.note && (
            <ul class="note-lines">
              <NoteLine note={target.note} />
            </ul>
          )}
          <p class="small soft">{t('options.forget-note-hint', { comments: target.comments })}</p>
        </>
      ) : (
        <>
          <div class="row">
            <Avatar name={target.author?.nickname} url={target.author?.avatarUrl} size={34} />
            <span class="strong cut">{target.author?.nickname ?? target.userId}</span>
          </div>
          <p class="small soft">{t('options.forget-person-hint')}</p>
        </>
      )}
      <Button kind="danger" icon="trash" onClick={forget}>
        {t(isNote ? 'options.forget-note' : 'options.forget-person')}
      </Button>
    </div>
  );
}
