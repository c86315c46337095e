/** The first moment of the local day or month in which `now` lies, epoch ms. */
export function startOf(span: 'day' | 'month', now: number): number {
  const moment = new Date(now);
  if (span === 'month') moment.setDate(1);
  return moment.setHours(0, 0, 0, 0);
}
