import type { Settings } from '../../../model/settings';
import { AmountField } from '../../controls/amount-field';
import { SelectField } from '../../controls/select-field';
import { Switch } from '../../controls/switch';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { Card } from '../../surfaces/card';
import { useTexts, type Texts } from '../../text-context';

const CACHE_HOURS = [0, 1, 6, 24, 72, 168] as const;

/** How long an answer is good, whether gaps are filled at a price, and what is asked without a click. */
export function HabitsCard({ now }: { now: Settings }) {
  const { settings } = useUi();
  const texts = useTexts();
  const { t } = texts;
  const save = useSave();
  const { providers } = now;
  const change = (patch: Partial<typeof providers>) =>
    void save(settings.change({ providers: { ...providers, ...patch } }));
  const hours = CACHE_HOURS.some((count) => count === providers.cacheHours)
    ? CACHE_HOURS
    : [providers.cacheHours, ...CACHE_HOURS];
  return (
    <Card title={t('spending.habits')}>
      <div class="lines">
        <SelectField
          label={t('spending.cache')}
          hint={t('spending.cache-hint')}
          value={String(providers.cacheHours)}
          options={hours.map((count) => ({ value: String(count), label: toHourWords(count, texts) }))}
          onChange={(count) => change({ cacheHours: Number(count) })}
        />
        <Switch
          label={t('spending.fill')}
          hint={t('spending.fill-hint')}
          on={providers.fillFromNext}
          onChange={(fillFromNext) => change({ fillFromNext })}
        />
        <Switch
          label={t('spending.auto')}
          hint={t('spending.auto-hint')}
          on={providers.autoEnrich.isOn}
          onChange={(isOn) => change({ autoEnrich: { ...providers.autoEnrich, isOn } })}
        />
        {providers.autoEnrich.isOn && (
          <div class="field-line">
            <span class="grow switch-label">{t('spending.auto-cap')}</span>
            <AmountField
              isWhole
              label={t('spending.auto-cap')}
              unit={t('spending.auto-times')}
              value={providers.autoEnrich.dailyCap}
              placeholder="0"
              onCommit={(dailyCap) =>
                change({ autoEnrich: { ...providers.autoEnrich, dailyCap: dailyCap ?? 0 } })
              }
            />
          </div>
        )}
      </div>
    </Card>
  );
}

function toHourWords(hours: number, { t }: Texts): string {
  if (hours === 0) return t('spending.cache-none');
  const isDays = hours > 24 && hours % 24 === 0;
  return isDays ? t('spending.cache-days', { days: hours / 24 }) : t('spending.cache-hours', { hours });
}
