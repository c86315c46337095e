import { useSignal } from '@preact/signals';
import type { Input } from '../../../../messaging/contract';
import type { UiToBackground } from '../../../../messaging/ui-to-background/schemas';
import { Button } from '../../../controls/button';
import { SelectField } from '../../../controls/select-field';
import { TextField } from '../../../controls/text-field';
import { useSave } from '../../../shell/use-save';
import { useUi } from '../../../shell/ui-context';
import { useTexts } from '../../../text-context';
import type { FamilyProps } from './family-card';
import { PLANS } from './plans';

const SCRAPER_ID = /^[\w-]{0,64}$/;
const SNAPSHOT = /^\d{0,6}$/;

/** Parse.bot's plan, and whose scraper in which version is called. */
export function ParsebotFields({ family, store }: FamilyProps) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const scraperId = useSignal(family.scraperId ?? '');
  const snapshot = useSignal(family.snapshotVersion ?? '');
  const isIdFine = SCRAPER_ID.test(scraperId.value.trim());
  const isSnapshotFine = SNAPSHOT.test(snapshot.value.trim());
  const isChanged =
    scraperId.value.trim() !== (family.scraperId ?? '') ||
    snapshot.value.trim() !== (family.snapshotVersion ?? '');
  const change = (patch: Input<UiToBackground, 'credential.change'>['patch']) =>
    save(ports.client('credential.change', { family: 'parsebot', patch }).then((state) => store.put(state)));
  const apply = async () => {
    const isSaved = await change({
      scraperId: scraperId.value.trim() || null,
      snapshotVersion: snapshot.value.trim() || null,
    });
    if (isSaved) toasts.show(t('keys.applied'));
  };
  return (
    <>
      <SelectField
        label={t('keys.plan')}
        hint={t('keys.plan-hint')}
        value={family.plan ?? 'unknown'}
        options={PLANS.map((value) => ({ value, label: t(`keys.plan-${value}`) }))}
        onChange={(plan) => void change({ plan: plan === 'unknown' ? null : plan })}
      />
      <details class="fold">
        <summary>
          <span>{t('keys.advanced')}</span>
        </summary>
        <div class="stack fold-body">
          <div>
            <p class="field-label">{t('keys.scraper-id')}</p>
            <TextField
              label={t('keys.scraper-id')}
              value={scraperId.value}
              problem={isIdFine ? undefined : t('keys.scraper-id-wrong')}
              onInput={(value) => (scraperId.value = value)}
            />
            <p class="field-hint">{t('keys.scraper-id-hint')}</p>
          </div>
          <div>
            <p class="field-label">{t('keys.snapshot')}</p>
            <TextField
              label={t('keys.snapshot')}
              value={snapshot.value}
              problem={isSnapshotFine ? undefined : t('keys.snapshot-wrong')}
              onInput={(value) => (snapshot.value = value)}
            />
            <p class="field-hint">{t('keys.snapshot-hint')}</p>
          </div>
          <div>
            <Button disabled={!isChanged || !isIdFine || !isSnapshotFine} onClick={() => void apply()}>
              {t('keys.apply')}
            </Button>
          </div>
        </div>
      </details>
    </>
  );
}
