/** `2026-05-01` in the user's own zone → epoch ms of its first or last moment; `undefined` when nothing is chosen. */
export function toMoment(date: string, end: boolean): number | undefined {
  if (date === '') return undefined;
  const at = new Date(`${date}T${end ? '23:59:59.999' : '00:00:00.000'}`).getTime();
  return Number.isNaN(at) ? undefined : at;
}

/** Epoch ms → `2026-05-01` in the user's own zone. */
export function toDateValue(at: number | undefined): string {
  if (at === undefined) return '';
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
