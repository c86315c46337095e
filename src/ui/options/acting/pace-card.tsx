import { useSignal } from '@preact/signals';
import { DEFAULT_ACTING_SETTINGS } from '../../../model/actions/acting-settings';
import type { ActingSettings } from '../../../model/actions/acting-settings';
import { AmountField } from '../../controls/amount-field';
import { Button } from '../../controls/button';
import { Card } from '../../surfaces/card';
import { ConfirmDialog } from '../../surfaces/confirm-dialog';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import { useActingChange } from './use-acting-change';

/** In seconds. Below the default nothing is taken without its risk; below a second nothing at all. */
const SAFE = DEFAULT_ACTING_SETTINGS.minGapMs / 1_000;
const GAPS = { from: 1, to: 3_600 };
const JITTERS = { from: 0, to: 3_600 };

/** How long it is waited between two actions. A gap below the safe one is taken only after its risk was read. */
export function PaceCard({ acting }: { acting: ActingSettings }) {
  const { t } = useTexts();
  const change = useActingChange(acting);
  const asked = useSignal<number | undefined>(undefined);
  const gap = acting.minGapMs / 1_000;
  const jitter = acting.jitterMs / 1_000;
  const setGap = (seconds = SAFE) => {
    if (seconds < SAFE && seconds < gap) asked.value = seconds;
    else change({ minGapMs: seconds * 1_000 });
  };
  return (
    <Card title={t('pace.pace')}>
      <div class="lines">
        <div class="field-line">
          <div class="grow">
            <span class="switch-label">{t('pace.gap')}</span>
            <span class="switch-hint">{t('pace.gap-hint')}</span>
          </div>
          <AmountField
            // A number that was not confirmed is not left standing.
            key={asked.value === undefined ? 'set' : 'asked'}
            isWhole
            range={GAPS}
            label={t('pace.gap')}
            unit={t('pace.seconds')}
            placeholder={String(SAFE)}
            value={gap}
            onCommit={setGap}
          />
        </div>
        <div class="field-line">
          <div class="grow">
            <span class="switch-label">{t('pace.jitter')}</span>
            <span class="switch-hint">{t('pace.jitter-hint')}</span>
          </div>
          <AmountField
            isWhole
            range={JITTERS}
            label={t('pace.jitter')}
            unit={t('pace.seconds')}
            placeholder={String(DEFAULT_ACTING_SETTINGS.jitterMs / 1_000)}
            value={jitter}
            onCommit={(seconds = DEFAULT_ACTING_SETTINGS.jitterMs / 1_000) =>
              change({ jitterMs: seconds * 1_000 })
            }
          />
        </div>
      </div>
      <p class="small soft pace-line">{t('pace.now-line', { from: gap, to: gap + jitter })}</p>
      {gap < SAFE && (
        <Notice
          icon="alert"
          tone="warn"
          shape="strip"
          title={t('pace.gap-warning', { safe: SAFE })}
          actions={
            <Button size="small" icon="undo" onClick={() => change({ minGapMs: SAFE * 1_000 })}>
              {t('pace.gap-back')}
            </Button>
          }
        />
      )}
      {asked.value !== undefined && (
        <ConfirmDialog
          danger
          title={t('pace.gap-sure')}
          confirmLabel={t('pace.gap-yes', { seconds: asked.value })}
          onConfirm={() => {
            change({ minGapMs: (asked.value ?? SAFE) * 1_000 });
            asked.value = undefined;
          }}
          onClose={() => (asked.value = undefined)}
        >
          <p>{t('pace.gap-risk', { seconds: asked.value, safe: SAFE })}</p>
        </ConfirmDialog>
      )}
    </Card>
  );
}
