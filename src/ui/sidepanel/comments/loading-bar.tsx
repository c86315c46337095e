import type { LoadingState } from '../../../model/page-state';
import { Button } from '../../controls/button';
import { Icon } from '../../icons/icon';
import type { IconName } from '../../icons/icon-paths';
import { ProgressBar } from '../../surfaces/progress-bar';
import { useTexts } from '../../text-context';

export interface LoadingBarProps {
  /** The last state in the tab, of this note; absent when nothing was started. */
  readonly loading: LoadingState | undefined;
  readonly onStop: () => void;
}

/** The ends that were wanted; every other one is a reason to look. */
const ICONS: { readonly [Reason in NonNullable<LoadingState['stoppedBy']>]?: IconName } = {
  end: 'check',
  user: 'stop',
};

/** How far "load comments for me" is and how to stop it, or why it stopped; nothing where it was never started. */
export function LoadingBar({ loading, onStop }: LoadingBarProps) {
  const { t } = useTexts();
  if (!loading) return null;
  if (loading.running) {
    const words = t('comments.loading-step', { steps: loading.steps, shown: loading.shown });
    return (
      <div class="row">
        <div class="grow">
          <ProgressBar label={t('comments.loading')} value={0} text={words} />
        </div>
        <Button icon="stop" size="small" onClick={onStop}>
          {t('comments.load-stop')}
        </Button>
      </div>
    );
  }
  const reason = loading.stoppedBy;
  if (reason === undefined) return null;
  return (
    <p class="row small loading-reason" role="status">
      <Icon name={ICONS[reason] ?? 'alert'} size={15} />
      <span>{t(`comments.stopped-${reason}`, { shown: loading.shown })}</span>
    </p>
  );
}
