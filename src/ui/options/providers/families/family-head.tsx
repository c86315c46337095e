import { FAMILIES } from '../../../../model/providers/provider.catalog';
import type { FamilyState } from '../../../../model/providers/provider-state';
import type { Settings } from '../../../../model/settings';
import { Chip, type ChipProps } from '../../../controls/chip';
import { Icon } from '../../../icons/icon';
import { useTexts } from '../../../text-context';

type Standing = FamilyState['state'] | 'no-access' | 'off';

const TONES: Record<Standing, NonNullable<ChipProps['tone']>> = {
  none: 'plain',
  ready: 'good',
  locked: 'warn',
  out: 'bad',
  'no-access': 'warn',
  off: 'plain',
};

/** Who it is, what it can do, where a key is made, and how things stand. */
export function FamilyHead({ family, now }: { family: FamilyState; now: Settings }) {
  const { t } = useTexts();
  const { label, docsPage } = FAMILIES[family.family];
  const standing = findStanding(family, now);
  return (
    <div class="family-head">
      <span class={`family-mark family-${family.family}`} aria-hidden="true">
        {label.slice(0, 1)}
      </span>
      <div class="grow">
        <div class="row wrap family-title">
          <h3 id={`family-${family.family}`}>{label}</h3>
          <Chip tone={TONES[standing]}>{t(`keys.state-${standing}`)}</Chip>
          {family.maskedKey !== undefined && <span class="mono small soft">{family.maskedKey}</span>}
        </div>
        <p class="small soft">{t(`keys.about-${family.family}`)}</p>
      </div>
      <a class="family-docs small" href={docsPage} target="_blank" rel="noopener noreferrer">
        {t('keys.where')}
        <Icon name="external" size={14} />
      </a>
    </div>
  );
}

/** What matters most of how it stands: a withheld permission before everything a key may be. */
function findStanding(family: FamilyState, now: Settings): Standing {
  if (family.state === 'none') return 'none';
  if (!family.hasAccess) return 'no-access';
  const isOff = family.series.every(({ provider }) => now.providers.off.includes(provider));
  return family.state === 'ready' && family.series.length > 0 && isOff ? 'off' : family.state;
}
