import { useSignal } from '@preact/signals';
import type { ActionEntry } from '../../../../model/actions/action-entry';
import { toAppError } from '../../../../model/errors';
import { Button } from '../../../controls/button';
import { formatMoment } from '../../../format/format-time';
import { useUi } from '../../../shell/ui-context';
import { useTexts } from '../../../text-context';
import type { Ports } from '../../../shell/ports';

/** Looks once more for what was sent and could not be confirmed. Nothing is made a second time. */
export function CheckAgain({ entry }: { entry: ActionEntry }) {
  const { ports, toasts } = useUi();
  const { t, language } = useTexts();
  const busy = useSignal(false);
  const check = async () => {
    busy.value = true;
    try {
      const itemId = await findItem(ports, entry);
      if (itemId === undefined) toasts.show(t('log.check-gone'), { tone: 'bad' });
      else {
        await ports.client('job.retry', { jobId: entry.jobId, itemId });
        toasts.show(t('log.checking'));
      }
    } catch (thrown) {
      toasts.show(t(`error.${toAppError(thrown).code}`), { tone: 'bad' });
    }
    busy.value = false;
  };
  const when = formatMoment(entry.at, language);
  return (
    <Button size="small" icon="search" busy={busy.value} onClick={() => void check()}>
      <span aria-hidden="true">{t('log.check')}</span>
      <span class="unseen">{t('log.check-of', { action: t(`act.action-${entry.action}`), when })}</span>
    </Button>
  );
}

/** The part of the job that made this attempt; `undefined` where the job is gone. */
async function findItem(
  { readers }: Pick<Ports, 'readers'>,
  { jobId, actionId }: ActionEntry,
): Promise<string | undefined> {
  const items = await readers.listJobItems({ jobId, state: 'short' });
  const isOf = (work: unknown) =>
    typeof work === 'object' && work !== null && 'actionId' in work && work.actionId === actionId;
  return items.find(({ work }) => isOf(work))?.itemId;
}
