import { useSignal } from '@preact/signals';
import { DEFAULT_ACTING_SETTINGS } from '../../../model/actions/acting-settings';
import { Button } from '../../controls/button';
import { toAccountNames } from '../../accounts/to-account-names';
import { useAccounts } from '../../accounts/use-accounts';
import { findValue } from '../../stores/async';
import type { ReplyPlan } from '../../../model/replies/reply-plan';
import type { RepliesStore } from '../../replies/state/create-replies-store';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { ConfirmDialog } from '../../surfaces/confirm-dialog';
import { RepeatNotice } from '../../templates/repeat-notice';
import { useTexts } from '../../text-context';
import type { QueueStore } from './state/create-queue-store';

/** The drafts that are ready, and the press that sends them one after the other; what is asked before that. */
export function PreparedBar({
  queue,
  replies,
  onSent,
}: {
  readonly queue: QueueStore;
  readonly replies: RepliesStore;
  readonly onSent: () => void;
}) {
  const { t } = useTexts();
  const { settings } = useUi();
  const save = useSave();
  const isAsking = useSignal(false);
  const { prepared } = queue.sorted.value;
  if (prepared.length === 0) return null;
  const { sendsQueues } = settings.settings.value?.acting ?? DEFAULT_ACTING_SETTINGS;
  const drafts = prepared.map(({ draft = '' }) => draft);
  const send = async () => {
    isAsking.value = false;
    if (await save(replies.sendPrepared(prepared))) onSent();
  };
  const how = t(sendsQueues ? 'replies.queue-sends' : 'replies.queue-assists');
  return (
    <div class="prepared-bar stack">
      <RepeatNotice contents={drafts} />
      <div class="row row-between">
        <div>
          <p class="small strong">{t('replies.prepared-count', { count: prepared.length })}</p>
          <p class="tiny soft">{how}</p>
        </div>
        <Button kind="primary" size="small" icon="send" onClick={() => (isAsking.value = true)}>
          {t('replies.start-queue')}
        </Button>
      </div>
      {isAsking.value && (
        <ConfirmDialog
          title={t('replies.start-ask', { count: prepared.length })}
          confirmLabel={t('replies.start-queue')}
          onConfirm={() => void send()}
          onClose={() => (isAsking.value = false)}
        >
          <p>{how}</p>
          <SaidAs prepared={prepared} />
          <RepeatNotice contents={drafts} />
        </ConfirmDialog>
      )}
    </div>
  );
}

/** How many of them each account says; nothing where all are the browser's own login's. */
function SaidAs({ prepared }: { readonly prepared: readonly ReplyPlan[] }) {
  const { t } = useTexts();
  const names = toAccountNames(findValue(useAccounts().list.value));
  const counts = new Map<string | undefined, number>();
  for (const { account } of prepared) counts.set(account, (counts.get(account) ?? 0) + 1);
  if ([...counts.keys()].every((account) => account === undefined)) return null;
  return (
    <ul>
      {[...counts].map(([account, count]) => (
        <li key={account ?? ''}>
          {t('replies.queue-as', {
            name: account === undefined ? t('replies.as-own') : (names.get(account) ?? account),
            count,
          })}
        </li>
      ))}
    </ul>
  );
}
