import { useUi } from '../../shell/ui-context';

/** Leads to a job, or to all of them: in the library itself its own address says which screen it is. */
export function useShowJob(): (jobId?: string) => void {
  const { ports } = useUi();
  return (jobId) => {
    const screen = jobId === undefined ? 'jobs' : `jobs/${jobId}`;
    if (location.pathname.endsWith('/library.html')) location.hash = `#${screen}`;
    else void ports.openPage('library', screen);
  };
}
