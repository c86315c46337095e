import type { Aside } from '../../../model/replies/reply-plan';
import { Button } from '../../controls/button';
import { Menu } from '../../controls/menu';
import { useTexts } from '../../text-context';
import { SNOOZES, toSnooze } from './state/snooze-times';

/** What can be done with the comment at hand. */
export function QueueWays({
  onWrite,
  onAside,
}: {
  readonly onWrite: () => void;
  readonly onAside: (aside: Aside) => void;
}) {
  const { t } = useTexts();
  return (
    <div class="row queue-ways">
      <Button kind="primary" size="small" icon="reply" onClick={onWrite}>
        {t('replies.reply')}
      </Button>
      <Button size="small" onClick={() => onAside({ is: 'skipped' })}>
        {t('replies.skip')}
      </Button>
      <Button size="small" icon="check" onClick={() => onAside({ is: 'done' })}>
        {t('replies.done')}
      </Button>
      <Menu
        icon="clock"
        label={t('replies.snooze')}
        items={SNOOZES.map((snooze) => ({
          id: snooze,
          icon: 'clock' as const,
          label: t(`replies.snooze-${snooze}`),
          onChoose: () => onAside({ is: 'snoozed', until: toSnooze(snooze, Date.now()) }),
        }))}
      />
    </div>
  );
}
