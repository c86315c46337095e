import type { ComponentChildren } from 'preact';
import type { Async } from '../stores/async';
import { useTexts } from '../text-context';
import { FailedNotice } from './failed-notice';

export interface AsyncViewProps<Value> {
  readonly of: Async<Value>;
  readonly children: (value: Value) => ComponentChildren;
  /** What stands there when there is nothing. */
  readonly empty: ComponentChildren;
  readonly onRetry?: () => void;
  /** How many lines the waiting face draws. */
  readonly lines?: number;
}

/** The four faces of everything that is read: waiting, nothing there, failed with the way on, ready. */
export function AsyncView<Value>({ of, children, empty, onRetry, lines = 3 }: AsyncViewProps<Value>) {
  switch (of.state) {
    case 'loading':
      return <Skeleton lines={lines} />;
    case 'empty':
      return <>{empty}</>;
    case 'failed':
      return <FailedNotice error={of.error} onRetry={onRetry} />;
    case 'ready':
      return <>{children(of.value)}</>;
  }
}

/** Grey lines in place of what is still being read. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { t } = useTexts();
  return (
    <div class="skeleton" role="status">
      <span class="unseen">{t('words.loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span class="skeleton-line" key={index} aria-hidden="true" />
      ))}
    </div>
  );
}
