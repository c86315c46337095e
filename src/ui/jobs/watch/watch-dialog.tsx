import { useSignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { omitUndefined } from '../../../lib/omit-undefined';
import type { Job } from '../../../model/jobs/job';
import { Button } from '../../controls/button';
import { SelectField } from '../../controls/select-field';
import { findValue } from '../../stores/async';
import { Dialog } from '../../surfaces/dialog';
import { useTexts } from '../../text-context';
import { StartedNotice } from '../start/started-notice';
import { StartLine } from '../start/start-line';
import { useJobEstimate } from '../state/use-job-estimate';
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
  readonly note: WatchedNote;
  readonly onClose: () => void;
}

/** Looks at a note's counts again and again by a job: how often, until when, what that costs a day and in all. */
export function WatchDialog({ note, onClose }: WatchDialogProps) {
  const { t } = useTexts();
  const started = useSignal<Job | undefined>(undefined);
  return (
    <Dialog
      title={t('watching.title', { name: note.name })}
      onClose={onClose}
      actions={
        <Button onClick={onClose}>{t(started.value === undefined ? 'words.cancel' : 'words.close')}</Button>
      }
    >
      {started.value === undefined ? (
        <WatchForm note={note} onStarted={(job) => (started.value = job)} />
      ) : (
        <StartedNotice job={started.value} onLeave={onClose} />
      )}
    </Dialog>
  );
}

function WatchForm({ note, onStarted }: { note: WatchedNote; onStarted: (job: Job) => void }) {
  const texts = useTexts();
  const { t } = texts;
  const everyMs = useSignal<number>(USUAL_EVERY_MS);
  const days = useSignal<number | undefined>(USUAL_DAYS);
  // An end that moved with the clock would be another question every time.
  const [now] = useState(() => Date.now());
  const { noteId, xsecToken, name } = note;
  const toWanted = (until: number | undefined) => ({
    kind: 'watch-note' as const,
    input: { noteId, everyMs: everyMs.value, ...omitUndefined({ xsecToken, until }) },
  });
  const aDay = findValue(useJobEstimate(toWanted(now + DAY_MS - MINUTE_MS)).value ?? { state: 'loading' });
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
          {t('watching.a-day', { cost: toJobCostWords(aDay, texts) })}
        </p>
      )}
      {aDay && aDay.gap === undefined && aDay.cost === undefined && (
        <p class="small job-over">{t('watching.price-unknown')}</p>
      )}
      <StartLine
        wanted={toWanted(days.value === undefined ? undefined : now + days.value * DAY_MS)}
        title={name}
        label={t('watching.start')}
        count={t(days.value === undefined ? 'watching.each-look' : 'watching.in-all')}
        onStarted={onStarted}
      />
    </div>
  );
}
