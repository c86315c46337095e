import { useSignal } from '@preact/signals';
import type { Job } from '../../../model/jobs/job';
import { Button } from '../../controls/button';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { useTexts } from '../../text-context';
import { useSaveText } from '../lists/use-save-text';

/** The list that a job was given, with the profiles as far as they have come; nothing for jobs of another kind. */
export function PeopleCsv({ job }: { job: Pick<Job, 'kind' | 'jobId'> }) {
  const { ports } = useUi();
  const { t, language } = useTexts();
  const save = useSave();
  const saveText = useSaveText();
  const busy = useSignal(false);
  if (job.kind !== 'enrich-authors') return null;
  const write = async () => {
    const { text } = await ports.client('job.people-csv', { jobId: job.jobId, language });
    await saveText({ name: 'people', format: 'csv', text });
  };
  const press = async () => {
    busy.value = true;
    await save(write());
    busy.value = false;
  };
  return (
    <Button size="small" icon="download" busy={busy.value} onClick={() => void press()}>
      {t('starting.people-csv')}
    </Button>
  );
}
