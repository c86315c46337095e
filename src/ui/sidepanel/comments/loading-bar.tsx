import type { LoadingState } from '../../../model/page-state';
import type { Settings } from '../../../model/settings';
import { Button } from '../../controls/button';
import { Icon } from '../../icons/icon';
import { ProgressBar } from '../../surfaces/progress-bar';
import { useTexts } from '../../text-context';

export interface LoadingBarProps {
  /** The last state in the tab, of this note; absent when nothing was started. */
  readonly loading: LoadingState | undefined;
  readonly pace: Settings['loading'];
  /** False while the note is not the one in front of the tab. */
  readonly possible: boolean;
  readonly onStart: () => void;
  readonly onStop: () => void;
}

/** "Load comments for me": what it does, how far it is, how to stop it, and why it stopped. */
export function LoadingBar({ loading, pace, possible, onStart, onStop }: LoadingBarProps) {
  const { t } = useTexts();
  if (loading?.running) {
    const words = t('comments.loading', { steps: loading.steps, shown: loading.shown });
    return (
      <div class="loading-bar stack">
        <ProgressBar label={t('comments.load')} value={0} text={words} />
        <Button icon="stop" onClick={onStop}>
          {t('comments.load-stop')}
        </Button>
      </div>
    );
  }
  const reason = loading?.stoppedBy;
  const seconds = (ms: number) => Math.round(ms / 100) / 10;
  return (
    <div class="loading-bar stack">
      {reason !== undefined && (
        <p class="row small loading-reason" role="status">
          <Icon name={reason === 'end' ? 'check' : 'alert'} size={15} />
          <span>{t(`comments.stopped-${reason}`, { shown: loading?.shown ?? 0 })}</span>
        </p>
      )}
      <Button icon="arrow-down" wide disabled={!possible} onClick={onStart} describedBy="load-hint">
        {t('comments.load')}
      </Button>
      <p class="tiny faint" id="load-hint">
        {t('comments.load-hint', { from: seconds(pace.minPauseMs), to: seconds(pace.maxPauseMs) })}
      </p>
    </div>
  );
}
