import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Settings } from '../../../model/settings';
import { Switch } from '../../controls/switch';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';

/** Whether the browser says when a job is over. Its leave is asked for in the press that switches it on. */
export function JobsSection({ now }: { now: Settings }) {
  const { ports, settings } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const isAllowed = useSignal(false);
  const isRefused = useSignal(false);
  useEffect(() => {
    // What cannot be told counts as not allowed: the switch then asks again.
    ports.notices.has().then(
      (has) => (isAllowed.value = has),
      () => undefined,
    );
  }, []);
  const keep = (notifyJobs: boolean) => void save(settings.change({ notifyJobs }));
  const take = (isGiven: boolean) => {
    isAllowed.value = isGiven;
    isRefused.value = !isGiven;
    if (isGiven) keep(true);
  };
  const change = (on: boolean) => {
    if (!on) return keep(false);
    // The browser takes it only as the first thing of a click.
    const answer = ports.notices.request();
    // A second no is told anew, and the switch falls back again.
    isRefused.value = false;
    answer.then(take, () => take(false));
  };
  return (
    <Card title={t('options.jobs')}>
      <Switch
        label={t('options.notify-jobs')}
        hint={t('options.notify-jobs-hint')}
        on={now.notifyJobs && isAllowed.value}
        onChange={change}
      />
      {isRefused.value && (
        <p class="small field-problem" role="alert">
          {t('options.notify-refused')}
        </p>
      )}
    </Card>
  );
}
