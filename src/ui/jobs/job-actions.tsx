import { useSignal } from '@preact/signals';
import { isActive, isOver, type Job } from '../../model/jobs/job';
import { Button } from '../controls/button';
import { useSave } from '../shell/use-save';
import { useUi } from '../shell/ui-context';
import { useTexts } from '../text-context';

type Steering = 'job.pause' | 'job.resume' | 'job.cancel' | 'job.conclude' | 'job.retry';

const isEnd = (call: Steering): boolean => call === 'job.cancel' || call === 'job.conclude';

/** Sends what steers a job; a refusal is said. Answers whether it worked, and which one is under way. */
export function useSteering({ jobId }: Pick<Job, 'jobId'>) {
  const { ports } = useUi();
  const save = useSave();
  const busy = useSignal<Steering | undefined>(undefined);
  const steer = async (call: Steering): Promise<boolean> => {
    if (busy.peek()) return false;
    busy.value = call;
    const isDone = await save(ports.client(call, { jobId }));
    busy.value = undefined;
    return isDone;
  };
  return { steer, busy };
}

/** What can be done with a job in its state. */
export function JobActions({ job }: { job: Job }) {
  const { t } = useTexts();
  const { steer, busy } = useSteering(job);
  const button = (
    call: Steering,
    icon: 'pause' | 'play' | 'close' | 'check' | 'refresh',
    label?: 'jobs.resume-now' | 'jobs.resume-cancelled',
  ) => (
    <Button
      size="small"
      icon={icon}
      busy={busy.value === call}
      kind={call === 'job.resume' && !isActive(job) ? 'primary' : isEnd(call) ? 'ghost' : 'plain'}
      onClick={() => void steer(call)}
    >
      {t(label ?? `jobs.${call.slice(4) as 'pause' | 'resume' | 'cancel' | 'conclude' | 'retry'}`)}
    </Button>
  );
  // A problem has its own way on; that of a missing key leads away from here.
  const isKeyMissing = job.error?.code === 'no-provider' && job.error.details['gap'] !== 'out';
  const mayResume = job.state === 'paused' && (!job.error || isKeyMissing);
  // What has come is worth a count of what has not; watching is never complete.
  const isWorthIt = job.state === 'paused' && job.progress.rows > 0 && job.kind !== 'watch-note';
  return (
    <div class="row wrap job-actions">
      {isActive(job) && button('job.pause', 'pause')}
      {isTriedAgain(job) && button('job.resume', 'play', 'jobs.resume-now')}
      {mayResume && button('job.resume', 'play')}
      {isLeftOff(job) && button('job.resume', 'play', 'jobs.resume-cancelled')}
      {!isOver(job) && button(isWorthIt ? 'job.conclude' : 'job.cancel', isWorthIt ? 'check' : 'close')}
      {job.progress.itemsFailed > 0 && button('job.retry', 'refresh')}
    </div>
  );
}

/** It waits because something failed; a watch waits for its next time, and one more look is one more call. */
const isTriedAgain = ({ state, kind }: Job): boolean => state === 'waiting' && kind !== 'watch-note';

/** Whether a job that was cancelled can go on where it was. A file that was broken off is written anew by a new export. */
const isLeftOff = ({ state, kind }: Pick<Job, 'state' | 'kind'>): boolean =>
  state === 'cancelled' && kind !== 'export';
