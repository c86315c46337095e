import { useSignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { omitUndefined } from '../../../lib/omit-undefined';
import type { Job } from '../../../model/jobs/job';
import { Button } from '../../controls/button';
import { SelectField } from '../../controls/select-field';
import { findValue } from '../../stores/async';
import { Skeleton } from '../../surfaces/async-view';
import { Dialog } from '../../surfaces/dialog';
import { useTexts } from '../../text-context';
import { StartedNotice } from '../start/started-notice';
import { StartLine, toEstimateOf } from '../start/start-line';
import { useJobEstimate } from '../state/use-job-estimate';
import { useWatched } from '../state/use-watched';
import { toJobCostWords } from '../to-job-words';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const INTERVALS_MS = [30 * MINUTE_MS, HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS, 12 * HOUR_MS, DAY_MS] as const;
const SPANS_DAYS = [1, 3, 7, 14, 30] as const;
const USUAL_EVERY_MS = 6 * HOUR_MS;
const USUAL_DAYS = 7;

export interface WatchedNote {
  readonly noteId: string;
  readonly xsecToken?: string | undefined;
  readonly name: string;
}

export interface WatchDialogProps {
  readonly notes: readonly WatchedNote[];
  readonly onClose: () => void;
}

/** More at once would be a list of jobs that nobody reads. */
const MOST = 100;

/** Looks at the counts of notes again and again, by a job for each: how often, until when, what that costs a day and in all. */
export function WatchDialog({ notes, onClose }: WatchDialogProps) {
  const { t } = useTexts();
  const begun = useSignal<{ readonly job: Job; readonly count: number } | undefined>(undefined);
  const watched = useWatched().value;
  const [only] = notes;
  const title =
    notes.length === 1 && only
      ? t('watching.title', { name: only.name })
      : t('watching.title-many', { count: notes.length });
  const wanted = notes.filter(({ noteId }) => !watched?.has(noteId));
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <Button onClick={onClose}>{t(begun.value === undefined ? 'words.cancel' : 'words.close')}</Button>
      }
    >
      {begun.value !== undefined ? (
        <Begun {...begun.value} onLeave={onClose} />
      ) : watched === undefined ? (
        <Skeleton lines={4} />
      ) : (
        <div class="stack">
          <Left all={notes.length} wanted={wanted.length} />
          <WatchForm
            notes={wanted.slice(0, MOST)}
            onStarted={(job) => (begun.value = { job, count: Math.min(MOST, wanted.length) })}
          />
        </div>
      )}
    </Dialog>
  );
}

function Begun({ job, count, onLeave }: { job: Job; count: number; onLeave: () => void }) {
  const { t } = useTexts();
  if (count === 1) return <StartedNotice job={job} onLeave={onLeave} />;
  return (
    <StartedNotice isSeveral job={job} title={t('watching.started-many', { count })} onLeave={onLeave} />
  );
}

/** Which of the notes no watch is begun for: those that are watched already, and those beyond the most. */
function Left({ all, wanted }: { all: number; wanted: number }) {
  const { t } = useTexts();
  return (
    <>
      {wanted < all && (
        <p class="small job-over" role="status">
          {t('watching.watched-already', { count: all - wanted })}
        </p>
      )}
      {wanted > MOST && <p class="small job-over">{t('watching.most', { count: MOST })}</p>}
    </>
  );
}

function WatchForm({ notes, onStarted }: { notes: readonly WatchedNote[]; onStarted: (job: Job) => void }) {
  const texts = useTexts();
  const { t } = texts;
  const everyMs = useSignal<number>(USUAL_EVERY_MS);
  const days = useSignal<number | undefined>(USUAL_DAYS);
  // An end that moved with the clock would be another question every time.
  const [now] = useState(() => Date.now());
  const [first, ...others] = notes;
  const toWanted = ({ noteId, xsecToken }: WatchedNote, until: number | undefined) => ({
    kind: 'watch-note' as const,
    input: { noteId, everyMs: everyMs.value, ...omitUndefined({ xsecToken, until }) },
  });
  const dayOfOne = useJobEstimate(first && toWanted(first, now + DAY_MS - MINUTE_MS)).value;
  const aDay = findValue(dayOfOne ?? { state: 'loading' });
  if (!first) return null;
  const until = days.value === undefined ? undefined : now + days.value * DAY_MS;
  return (
    <div class="stack">
      <p class="small soft">{t('watching.hint')}</p>
      <SelectField
        label={t('watching.every')}
        value={String(everyMs.value)}
        options={INTERVALS_MS.map((ms) => ({
          value: String(ms),
          label:
            ms < HOUR_MS
              ? t('watching.every-minutes', { minutes: ms / MINUTE_MS })
              : t('watching.every-hours', { hours: ms / HOUR_MS }),
        }))}
        onChange={(value) => (everyMs.value = Number(value))}
      />
      <SelectField
        label={t('watching.until')}
        value={String(days.value ?? 'stopped')}
        options={[
          ...SPANS_DAYS.map((count) => ({
            value: String(count),
            label: t('watching.days', { days: count }),
          })),
          { value: 'stopped', label: t('watching.until-stopped') },
        ]}
        onChange={(value) => (days.value = value === 'stopped' ? undefined : Number(value))}
      />
      {aDay && aDay.gap === undefined && (
        <p class="small soft" role="status">
          {t('watching.a-day', { cost: toJobCostWords(toEstimateOf(aDay, notes.length), texts) })}
        </p>
      )}
      {aDay && aDay.gap === undefined && aDay.cost === undefined && (
        <p class="small job-over">{t('watching.price-unknown')}</p>
      )}
      <StartLine
        wanted={toWanted(first, until)}
        title={first.name}
        others={others.map((note) => ({ ...toWanted(note, until), title: note.name }))}
        label={t('watching.start')}
        count={t(days.value === undefined ? 'watching.each-look' : 'watching.in-all')}
        onStarted={onStarted}
      />
    </div>
  );
}
