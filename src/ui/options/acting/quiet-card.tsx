import { DEFAULT_ACTING_SETTINGS } from '../../../model/actions/acting-settings';
import type { ActingSettings } from '../../../model/actions/acting-settings';
import { SelectField } from '../../controls/select-field';
import { Switch } from '../../controls/switch';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';
import { useActingChange } from './use-acting-change';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const toClock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** Hours of the local day in which nothing is done. */
export function QuietCard({ acting }: { acting: ActingSettings }) {
  const { t } = useTexts();
  const change = useActingChange(acting);
  const hours = acting.quietHours;
  // From an hour to the same hour would be no time at all.
  const toOptions = (other: number) =>
    HOURS.filter((hour) => hour !== other).map((hour) => ({ value: String(hour), label: toClock(hour) }));
  return (
    <Card title={t('pace.quiet')}>
      <div class="lines">
        <Switch
          label={t('pace.quiet')}
          hint={t('pace.quiet-hint')}
          on={hours !== null}
          onChange={(on) => change({ quietHours: on ? DEFAULT_ACTING_SETTINGS.quietHours : null })}
        />
        {hours && (
          <>
            <SelectField
              label={t('pace.quiet-from')}
              value={String(hours.from)}
              options={toOptions(hours.to)}
              onChange={(from) => change({ quietHours: { ...hours, from: Number(from) } })}
            />
            <SelectField
              label={t('pace.quiet-to')}
              value={String(hours.to)}
              options={toOptions(hours.from)}
              onChange={(to) => change({ quietHours: { ...hours, to: Number(to) } })}
            />
          </>
        )}
      </div>
    </Card>
  );
}
