import type { CommentRow } from '../../../workers/comment-view/types';
import { Icon } from '../../icons/icon';
import { useTexts } from '../../text-context';
import type { CommentActions } from './comment-item';

/** How many replies of a thread are here, of how many; a press folds them away or shows them, where folding is at work. */
export function ThreadToggle(props: {
  rootCommentId: string;
  thread: NonNullable<CommentRow['thread']>;
  actions: CommentActions;
}) {
  const { t } = useTexts();
  const { captured, expected, collapsed } = props.thread;
  if (captured === 0 && !expected) return null;
  const words =
    expected === undefined || expected <= captured
      ? t('comments.thread-complete', { captured })
      : t('comments.thread-partial', { captured, expected });
  if (captured === 0 || collapsed === undefined) return <p class="thread-words tiny faint">{words}</p>;
  return (
    <button
      type="button"
      class="thread-toggle"
      aria-expanded={!collapsed}
      title={collapsed ? t('comments.expand') : t('comments.collapse')}
      onClick={() => props.actions.setCollapsed(props.rootCommentId, !collapsed)}
    >
      <Icon name={collapsed ? 'chevron-right' : 'chevron-down'} size={14} />
      {words}
    </button>
  );
}
