import type { BackupProgress, BackupWork } from '../../../workers/library/backup/types';

const EVERY_MS = 250;

/** Tells how far the work is, a few times a second, until the function it answers is called. */
export function watchProgress(
  work: Pick<BackupWork, 'progress'>,
  tell: (progress: BackupProgress) => void,
): () => void {
  let isOver = false;
  const look = async () => {
    const progress = await work.progress();
    if (!isOver && progress) tell(progress);
  };
  // The work itself says what went wrong; and ended, it answers nobody.
  const timer = setInterval(() => void look().catch(() => undefined), EVERY_MS);
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}
