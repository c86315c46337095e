import { useSignal } from '@preact/signals';
import type { Collection, CommentList } from '../../../model/comment';
import { isActive } from '../../../model/jobs/job';
import type { Note } from '../../../model/note';
import { Button } from '../../controls/button';
import { CollectOffer } from '../../jobs/collect-offer';
import { findNoteJobs } from '../../jobs/find-note-job';
import { JobCard } from '../../jobs/job-card';
import { JobEnd } from '../../jobs/job-end';
import type { JobsStore } from '../../jobs/state/create-jobs-store';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { findValue } from '../../stores/async';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';

export interface CollectBarProps {
  readonly note: Note;
  readonly jobs: JobsStore;
  readonly list: CommentList | undefined;
  /** Comments that are stored. */
  readonly captured: number;
  /** Whether also what is done rarely is shown. */
  readonly isOpen: boolean;
}

/** Collecting all comments of the note by a job: the offer, every job under way, or how the last one ended. */
export function CollectBar({ note, jobs, list, captured, isOpen }: CollectBarProps) {
  const { ports } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const closed = useSignal<ReadonlySet<string>>(new Set());
  const read = jobs.jobs.value;
  // Whoever cannot see the jobs is not offered to begin one more.
  if (read.state === 'failed') {
    const again = (
      <Button size="small" icon="refresh" onClick={() => void jobs.refresh()}>
        {t('words.retry')}
      </Button>
    );
    return (
      <Notice icon="alert" tone="warn" shape="strip" title={t(`error.${read.error.code}`)} actions={again} />
    );
  }
  const seen = findValue(read);
  if (!seen) return null;
  // A watch goes on for days beside everything else; the details tell of it.
  const collecting = seen.filter(({ job }) => job.kind !== 'watch-note');
  const { open, ended } = findNoteJobs(collecting, closed.value, Date.now());
  const cards = open.map((one) => <JobCard key={one.job.jobId} seen={one} />);
  // A page whose loading waits for the user keeps nobody from collecting.
  if (open.some(({ job }) => job.kind !== 'load-comments' || isActive(job))) return <>{cards}</>;
  const putAway = (jobId: string) => {
    closed.value = new Set([...closed.value, jobId]);
    void save(ports.client('job.put-away', { jobId }));
  };
  const end = ended && (
    <JobEnd job={ended.job} collected={list?.collected} onClose={() => putAway(ended.job.jobId)} />
  );
  const isCollected = list?.collected !== undefined && !isShortOfPage(list.collected);
  const total = note.counts.comments;
  // What a page has shown to the last comment is not bought; neither is nothing.
  const isAll = total !== undefined && !total.approximate && captured >= total.value;
  // What was ended by hand goes on from there, which costs least.
  const isCancelled = ended?.job.state === 'cancelled';
  if (isCancelled && !isOpen) {
    return (
      <>
        {cards}
        {end}
      </>
    );
  }
  return (
    <>
      {cards}
      {end}
      {isCollected && (
        <CollectOffer
          key="refresh"
          note={note}
          kind="refresh-comments"
          label={t('jobs.refresh')}
          look="plain"
        />
      )}
      {(isCollected ? isOpen : !isAll || isOpen) && (
        <CollectOffer
          key="collect"
          note={note}
          kind="collect-comments"
          label={t(isCollected ? 'jobs.collect-again' : 'jobs.collect')}
          look={isCollected || isAll ? 'ghost' : 'primary'}
          saysNeed
        />
      )}
    </>
  );
}

/** What the page alone did not give in full is still to be collected. */
const isShortOfPage = ({ state, sources }: Collection): boolean =>
  state === 'short' && sources.every((source) => source === 'page');
