import { useTexts } from '../text-context';
import { JobActions, useSteering } from './job-actions';
import { JobParts } from './job-parts';
import { JobProblem } from './job-problem';
import { JobProgress } from './job-progress';
import type { SeenJob } from './state/create-jobs-store';
import { toReasonOf } from './to-job-words';
import './jobs.css';

/** A job that is not over, in the width of a panel: how far it is, what stands in its way, what can be done, and its parts. */
export function JobCard({ seen }: { seen: SeenJob }) {
  const texts = useTexts();
  const { t } = texts;
  const { job } = seen;
  const { steer } = useSteering(job);
  return (
    <section class="job-card stack stack-tight" aria-label={t(`jobs.kind-${job.kind}`)}>
      <JobProgress seen={seen} />
      {job.state === 'paused' && !job.error && <p class="small soft">{t('jobs.paused')}</p>}
      {job.state === 'waiting' && job.error && (
        <p class="small job-over" role="status">
          {toReasonOf(job.error, texts)}
        </p>
      )}
      <JobProblem job={job} stuck={seen.stuck} onResume={() => void steer('job.resume')} />
      <JobActions job={job} />
      <JobParts jobId={job.jobId} />
    </section>
  );
}
