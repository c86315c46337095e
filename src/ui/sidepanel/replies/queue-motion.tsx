import type { ErrorReport } from '../../../model/errors';
import type { ReplyAttempt } from '../../../model/replies/reply-attempt';
import { Button } from '../../controls/button';
import { Icon } from '../../icons/icon';
import type { RepliesStore } from '../../replies/state/create-replies-store';
import { useSave } from '../../shell/use-save';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import type { QueueStore } from './state/create-queue-store';

/** What is on its way, which can be held; and what was stopped, with why, which one press lets go on. */
export function QueueMotion({
  queue,
  replies,
}: {
  readonly queue: QueueStore;
  readonly replies: RepliesStore;
}) {
  const { t } = useTexts();
  const save = useSave();
  const { underWay, stopped } = queue.sorted.value;
  const error = findError(stopped);
  // One job may hold several of them.
  const jobs = [...new Map(stopped.map((attempt) => [attempt.jobId, attempt])).values()];
  const cancel = () => void save(Promise.all(jobs.map((attempt) => replies.cancel(attempt))));
  const goOn = () => void save(Promise.all(jobs.map((attempt) => replies.goOn(attempt))));
  return (
    <>
      {underWay.length > 0 && (
        <div class="queue-motion row row-between small" role="status">
          <span class="row">
            <Icon name="send" size={14} />
            {t('replies.under-way', { count: underWay.length })}
          </span>
          <Button kind="ghost" size="small" icon="pause" onClick={() => void save(replies.pause(underWay))}>
            {t('replies.pause')}
          </Button>
        </div>
      )}
      {stopped.length > 0 && (
        <div class="queue-notice">
          <Notice
            icon="pause"
            tone="warn"
            shape="strip"
            title={t('replies.stopped-count', { count: stopped.length })}
            actions={
              <>
                <Button size="small" icon="play" onClick={goOn}>
                  {t('replies.go-on')}
                </Button>
                <Button kind="ghost" size="small" onClick={cancel}>
                  {t('replies.cancel')}
                </Button>
              </>
            }
          >
            {error && t(`error.${error.code}`)}
          </Notice>
        </div>
      )}
    </>
  );
}

const findError = (stopped: readonly ReplyAttempt[]): ErrorReport | undefined =>
  stopped.flatMap(({ state }) => (state.is === 'stopped' && state.error ? [state.error] : []))[0];
