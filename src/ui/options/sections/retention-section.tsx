import type { Settings } from '../../../model/settings';
import { SelectField } from '../../controls/select-field';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';

const KINDS = ['notes', 'authors', 'sightings'] as const;
const CHOICES = [7, 30, 90, 180, 365, null] as const;

/** After how many days what was not seen again is removed, per kind. */
export function RetentionSection({ now }: { now: Settings }) {
  const { settings } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const change = (kind: (typeof KINDS)[number], value: string) => {
    const days = value === 'never' ? null : Number(value);
    return save(settings.change({ retentionDays: { ...now.retentionDays, [kind]: days } }));
  };
  return (
    <Card title={t('options.retention')}>
      <p class="small soft">{t('options.retention-hint')}</p>
      <div class="lines">
        {KINDS.map((kind) => {
          const set = now.retentionDays[kind];
          const days = CHOICES.some((choice) => choice === set) ? CHOICES : [set, ...CHOICES];
          return (
            <SelectField
              key={kind}
              label={t(`options.retention-${kind}`)}
              value={set === null ? 'never' : String(set)}
              options={days.map((choice) => ({
                value: choice === null ? 'never' : String(choice),
                label: choice === null ? t('options.forever') : t('options.days', { days: choice }),
              }))}
              onChange={(value) => void change(kind, value)}
            />
          );
        })}
      </div>
    </Card>
  );
}
