import { createTranslate, findLanguage } from '../../i18n/t';
import { isOver } from '../../model/jobs/job';
import type { Job } from '../../model/jobs/job';
import { browserLanguage } from '../../platform/runtime';
import type { Services } from '../services';
import { BADGE_COLORS } from './to-badge';

/**
 * Says on the toolbar button of every tab in which the job's note is in front how the job ended, until something else
 * is known there; of a job of no single note (lists of notes or people, files) in every tab of the site.
 */
export async function showJobEnd(
  services: Pick<Services, 'settings' | 'showBadge' | 'tracker'>,
  job: Job,
): Promise<void> {
  if (!isOver(job) || job.state === 'cancelled') return;
  const { language } = await services.settings();
  const t = createTranslate(findLanguage(language, browserLanguage()));
  const isDone = job.state === 'done';
  const badge = {
    text: isDone ? '✓' : '!',
    color: isDone ? BADGE_COLORS.done : BADGE_COLORS.noticed,
    title: `${t(`jobs.kind-${job.kind}`)} · ${t(`jobs.state-${job.state}`)}`,
  };
  for (const page of await services.tracker.list()) {
    if (job.noteId === undefined || page.note?.noteId === job.noteId)
      await services.showBadge(page.tabId, badge);
  }
}
