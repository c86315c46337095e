import { useSignal } from '@preact/signals';
import { DEFAULT_ACTING_SETTINGS } from '../../../model/actions/acting-settings';
import type { ActingSettings } from '../../../model/actions/acting-settings';
import { ACTION_NAMES } from '../../../model/actions/action.catalog';
import type { ActionName } from '../../../model/actions/action.catalog';
import { countToday } from '../../../model/actions/count-today';
import { AmountField } from '../../controls/amount-field';
import { toAccountNames } from '../../accounts/to-account-names';
import { useAccounts } from '../../accounts/use-accounts';
import { SelectField } from '../../controls/select-field';
import { findValue } from '../../stores/async';
import { Card } from '../../surfaces/card';
import { FailedNotice } from '../../surfaces/failed-notice';
import { ProgressBar } from '../../surfaces/progress-bar';
import { useTexts } from '../../text-context';
import { useActingChange } from './use-acting-change';
import { useToday } from './use-today';

const CAPS = { from: 1, to: 999 };

/** The most of each action a day, and how much of today is left for one account. */
export function CapsCard({ acting }: { acting: ActingSettings }) {
  const { t } = useTexts();
  const today = useToday();
  const names = toAccountNames(findValue(useAccounts().list.value));
  const chosen = useSignal<string | undefined>(undefined);
  const { viewerId, entries } = today.acts.value;
  const accounts = [
    ...new Set([...(viewerId === undefined ? [] : [viewerId]), ...entries.map((entry) => entry.viewerId)]),
  ];
  const account = accounts.find((id) => id === chosen.value) ?? accounts[0];
  const own = entries.filter((entry) => entry.viewerId === account);
  return (
    <Card title={t('pace.caps')}>
      <p class="small soft">{t('pace.caps-hint')}</p>
      {today.error.value && <FailedNotice shape="line" error={today.error.value} onRetry={today.refresh} />}
      {account === undefined ? (
        <p class="small faint pace-line">{t('pace.account-none')}</p>
      ) : (
        <SelectField
          label={t('pace.account')}
          value={account}
          options={accounts.map((id) => ({
            value: id,
            label:
              id === viewerId ? t('pace.account-here', { id: names.get(id) ?? id }) : (names.get(id) ?? id),
          }))}
          onChange={(id) => (chosen.value = id)}
        />
      )}
      <div class="lines">
        {ACTION_NAMES.map((action) => (
          <CapLine
            key={action}
            action={action}
            acting={acting}
            used={countToday(action, own, today.now.value)}
          />
        ))}
      </div>
    </Card>
  );
}

interface CapLineProps {
  readonly action: ActionName;
  readonly acting: ActingSettings;
  readonly used: number;
}

function CapLine({ action, acting, used }: CapLineProps) {
  const { t } = useTexts();
  const change = useActingChange(acting);
  const name = t(`act.action-${action}`);
  const cap = acting.dailyCaps[action] ?? 0;
  const safe = DEFAULT_ACTING_SETTINGS.dailyCaps[action] ?? 0;
  const left = Math.max(0, cap - used);
  return (
    <div class="field-line cap-line">
      <div class="grow">
        <span class="switch-label">{name}</span>
        {cap > safe && <span class="switch-hint cap-high">{t('pace.cap-high', { safe })}</span>}
      </div>
      <div class="cap-left">
        <ProgressBar
          kind="measure"
          label={t('pace.left-of', { action: name })}
          value={left}
          max={Math.max(1, cap)}
        />
        <span class="tiny soft">{left === 0 ? t('pace.left-none') : t('pace.left', { left })}</span>
      </div>
      <AmountField
        isWhole
        range={CAPS}
        label={t('pace.cap-of', { action: name })}
        unit={t('pace.times')}
        placeholder={String(safe)}
        value={cap}
        onCommit={(value = safe) => change({ dailyCaps: { ...acting.dailyCaps, [action]: value } })}
      />
    </div>
  );
}
