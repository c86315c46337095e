import type { News } from '../../lib/create-news';
import type { JobOutside } from '../jobs/create-job-services';

/** Waits until `look` finds something; when the time is over it is told so, and what it finds then is the answer. */
export async function patiently<Value>(
  { later, ms, signal }: { later: JobOutside['later']; ms: number; signal: AbortSignal },
  { news, key }: { news: News; key: string },
  look: (isLate: boolean) => Promise<Value | undefined>,
): Promise<Value> {
  let isLate = false;
  const callOff = later(ms, () => {
    isLate = true;
    news.tell(key);
  });
  try {
    return await news.wait(key, () => look(isLate), signal);
  } finally {
    callOff();
  }
}
