import { formatMoment, formatRelative } from '../format/format-time';
import { useTexts } from '../text-context';

/** A point in time as people say it; the exact one on hover. `at` in epoch ms. */
export function Moment({ at, now = Date.now() }: { at: number; now?: number }) {
  const { language } = useTexts();
  return (
    <time dateTime={new Date(at).toISOString()} title={formatMoment(at, language)}>
      {formatRelative(at, now, language)}
    </time>
  );
}
