import { createTranslate, findLanguage } from '../../i18n/t';
import { isOver } from '../../model/jobs/job';
import type { Job } from '../../model/jobs/job';
import { browserLanguage } from '../../platform/runtime';
import type { Services } from '../services';

const PREFIX = 'job:';

/** The job that a message of the browser is about; `undefined` for any other message. */
export const findNoticeJob = (noticeId: string): string | undefined =>
  noticeId.startsWith(PREFIX) ? noticeId.slice(PREFIX.length) : undefined;

/**
 * Says in a message of the browser that a job is over and how it ended, where that is switched on: what it was about, its
 * kind, its state, how many rows. Nothing of what was read.
 */
export async function notifyJobEnd(
  { settings, sendNotice }: Pick<Services, 'settings' | 'sendNotice'>,
  { jobId, kind, state, title, progress }: Job,
): Promise<void> {
  if (!isOver({ state }) || state === 'cancelled') return;
  const { notifyJobs, language } = await settings();
  if (!notifyJobs) return;
  const t = createTranslate(findLanguage(language, browserLanguage()));
  const name = t(`jobs.kind-${kind}`);
  await sendNotice({
    id: `${PREFIX}${jobId}`,
    title: `${name} · ${t(`jobs.state-${state}`)}`,
    text: [...(title === undefined ? [] : [title]), t('jobs.rows', { rows: progress.rows })].join(' · '),
  });
}
