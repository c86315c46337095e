import type { Settings } from '../../../model/settings';
import { Segmented } from '../../controls/segmented';
import { SelectField } from '../../controls/select-field';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';

/** Rests between two steps, in ms. Nothing quicker than the default is offered: haste is what gets accounts limited. */
const PACES = {
  normal: { minPauseMs: 1_500, maxPauseMs: 3_500 },
  calm: { minPauseMs: 3_000, maxPauseMs: 6_000 },
  slow: { minPauseMs: 6_000, maxPauseMs: 12_000 },
} as const;
const NAMES = ['normal', 'calm', 'slow'] as const;
const STEPS = [100, 200, 400, 800] as const;

/** The pace and bounds of "load comments for me". */
export function LoadingSection({ now }: { now: Settings }) {
  const { settings } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const { minPauseMs, maxPauseMs, maxSteps } = now.loading;
  const pace = NAMES.find(
    (name) => PACES[name].minPauseMs === minPauseMs && PACES[name].maxPauseMs === maxPauseMs,
  );
  const steps = STEPS.some((count) => count === maxSteps) ? STEPS : [maxSteps, ...STEPS];
  return (
    <Card title={t('options.loading')}>
      <p class="small soft">{t('options.loading-hint')}</p>
      <div class="lines">
        <div class="field-line">
          <div class="grow">
            <span class="switch-label">{t('options.pace')}</span>
            <span class="switch-hint">
              {t('options.pace-line', { from: minPauseMs / 1_000, to: maxPauseMs / 1_000 })}
            </span>
          </div>
          <Segmented
            label={t('options.pace')}
            value={pace ?? 'own'}
            options={[...NAMES, ...(pace ? [] : (['own'] as const))].map((name) => ({
              value: name,
              label: t(`options.pace-${name}`),
            }))}
            onChange={(name) => {
              if (name !== 'own') void save(settings.change({ loading: { ...now.loading, ...PACES[name] } }));
            }}
          />
        </div>
        <SelectField
          label={t('options.max-steps')}
          value={String(maxSteps)}
          options={steps.map((count) => ({
            value: String(count),
            label: t('options.max-steps-count', { count }),
          }))}
          onChange={(count) =>
            void save(settings.change({ loading: { ...now.loading, maxSteps: Number(count) } }))
          }
        />
      </div>
    </Card>
  );
}
