import type { Count } from '../../model/values/count';
import { formatCount, formatDelta } from '../format/format-count';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/icon-paths';
import { useTexts } from '../text-context';

export interface StatProps {
  readonly icon: IconName;
  readonly label: string;
  /** Absent: not known, which is not 0. */
  readonly count: Count | undefined;
  /** How much it has changed; absent when that cannot be told. */
  readonly delta?: number | undefined;
}

/** One number of a note. On hover and to screen readers it says what the site wrote, when that is not exact. */
export function Stat({ icon, label, count, delta }: StatProps) {
  const { t, language } = useTexts();
  const shown = count ? formatCount(count, language) : '\u2013';
  const exact = count?.approximate ? t('words.about-count', { raw: count.raw }) : undefined;
  return (
    <div class="stat" title={exact}>
      <dt class="stat-label">{label}</dt>
      <dd>
        <span class="stat-value">
          <Icon name={icon} size={14} />
          {shown}
        </span>
        {!count && <span class="unseen">{t('words.unknown')}</span>}
        {delta !== undefined && delta !== 0 && (
          <span class={delta > 0 ? 'stat-delta stat-up' : 'stat-delta stat-down'}>
            {formatDelta(delta, language)}
          </span>
        )}
      </dd>
    </div>
  );
}
