import { useSignal } from '@preact/signals';
import { isOver } from '../../../model/jobs/job';
import { findUsableToken } from '../../../model/merge/note-tokens';
import type { Note } from '../../../model/note';
import { Button } from '../../controls/button';
import { toNoteTitle } from '../../format/to-note-title';
import { useUi } from '../../shell/ui-context';
import { findValue } from '../../stores/async';
import { useTexts } from '../../text-context';
import type { JobsStore } from '../state/create-jobs-store';
import { toStateWords } from '../to-job-words';
import { WatchButton } from './watch-button';

/** Whether the note is watched, with the way to its figures, or the offer to. */
export function NoteWatch({ note, jobs }: { note: Note; jobs: JobsStore }) {
  const { ports } = useUi();
  const texts = useTexts();
  const isChoosing = useSignal(false);
  const { t } = texts;
  const seen = findValue(jobs.jobs.value);
  const watch = seen?.find(({ job }) => job.kind === 'watch-note' && !isOver(job))?.job;
  // What was just begun is told in the choices; they stay until they are put away.
  if (!watch || isChoosing.value) {
    const { noteId, tokens } = note;
    const name = toNoteTitle(note) ?? t('note.untitled');
    const xsecToken = findUsableToken(tokens)?.xsecToken;
    return (
      <div class="row">
        <WatchButton
          of={{ noteId, xsecToken, name }}
          look="words"
          onChoosing={(is) => (isChoosing.value = is)}
        />
      </div>
    );
  }
  return (
    <div class="row row-between">
      <p class="tiny soft">{t('watching.on', { state: toStateWords(watch, texts) })}</p>
      <Button size="small" kind="ghost" onClick={() => void ports.openPage('library', `jobs/${watch.jobId}`)}>
        {t('watching.figures-show')}
      </Button>
    </div>
  );
}
