/** A job that is over stays to be looked up for so many days, and no more than so many of them, the newest. */
export const JOBS_KEPT_DAYS = 90;
export const JOBS_KEPT_MOST = 200;
/** Threads that were read to their ends stand in the list of parts for so many days after the end of a job without a gap. */
export const THREADS_KEPT_DAYS = 7;
