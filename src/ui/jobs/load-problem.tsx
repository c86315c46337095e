import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ErrorCode, ErrorReport } from '../../model/errors';
import type { Job } from '../../model/jobs/job';
import type { Note } from '../../model/note';
import { Button } from '../controls/button';
import { toNoteUrl } from '../format/to-note-url';
import { useUi } from '../shell/ui-context';
import { Notice } from '../surfaces/notice';
import { useTexts } from '../text-context';

/** After these the note is open in no tab, or not where it can be seen. */
const NOT_OPEN: readonly ErrorCode[] = ['note-left', 'note-not-open', 'page-not-reached', 'tab-gone'];

/**
 * Why loading the comments of a page has stopped, and how it goes on: the note in front again, then one press.
 * `isElsewhere`: not beside the page, so the note can be opened from here.
 */
export function LoadProblem({
  job,
  report,
  onResume,
  isElsewhere,
}: {
  job: Job;
  report: ErrorReport;
  onResume: () => void;
  isElsewhere: boolean;
}) {
  const { ports } = useUi();
  const { t } = useTexts();
  const note = useSignal<Note | undefined>(undefined);
  const { noteId } = job;
  const { code, details } = report;
  useEffect(() => {
    if (noteId === undefined || !isElsewhere) return;
    // What cannot be read is not offered: the note may be opened by hand.
    ports.readers.findNote(noteId).then(
      (found) => (note.value = found),
      () => undefined,
    );
  }, [noteId]);
  const url = NOT_OPEN.includes(code) && note.value ? toNoteUrl(note.value) : undefined;
  // A pause of everything may be over by now.
  const title = code === 'paused' ? t('jobs.paused') : t(`error.${code}`);
  return (
    <Notice
      icon="alert"
      tone="warn"
      shape="strip"
      title={details['sign'] === undefined ? title : t('comments.stopped-stop-sign')}
      actions={
        <>
          <Button kind="primary" size="small" icon="play" onClick={onResume}>
            {t('jobs.resume')}
          </Button>
          {url !== undefined && (
            <Button size="small" icon="external" onClick={() => void ports.tabs.open(url)}>
              {t('jobs.open-note')}
            </Button>
          )}
        </>
      }
    />
  );
}
