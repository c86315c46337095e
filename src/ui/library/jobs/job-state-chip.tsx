import type { Job } from '../../../model/jobs/job';
import { Chip, type ChipProps } from '../../controls/chip';
import { useTexts } from '../../text-context';

const TONES: Readonly<Record<Job['state'], ChipProps['tone']>> = {
  queued: 'plain',
  running: 'accent',
  waiting: 'plain',
  paused: 'plain',
  done: 'good',
  partial: 'warn',
  failed: 'bad',
  cancelled: 'plain',
};

/** How a job stands, in one word; what waits for the user stands out. */
export function JobStateChip({ job }: { job: Pick<Job, 'state' | 'error'> }) {
  const { t } = useTexts();
  const { state, error } = job;
  const tone = state === 'paused' && error ? 'warn' : TONES[state];
  return <Chip tone={tone ?? 'plain'}>{t(`jobs.state-${state}`)}</Chip>;
}
