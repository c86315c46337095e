import { useSignal } from '@preact/signals';
import { toAppError } from '../../../../model/errors';
import type { Credential } from '../../../../model/providers/credential';
import { FAMILIES, toHostPatterns } from '../../../../model/providers/provider.catalog';
import { Button } from '../../../controls/button';
import { SecretField } from '../../../controls/secret-field';
import { Segmented } from '../../../controls/segmented';
import { SelectField } from '../../../controls/select-field';
import { useUi } from '../../../shell/ui-context';
import { useTexts } from '../../../text-context';
import type { FamilyProps } from './family-card';
import { PLANS, type PlanChoice } from './plans';

const KEY = /^[\x21-\x7e]{4,500}$/;

/**
 * Takes a key. The browser's leave for the hosts is asked for in the click that saves it; what that means stands above
 * the button. The key is forgotten here as soon as it is saved.
 */
export function KeyForm({
  family,
  store,
  onDone,
  cancelLabel,
}: FamilyProps & { onDone: () => void; cancelLabel: string }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const key = useSignal('');
  const region = useSignal<Credential['region']>(family.region ?? 'world');
  const plan = useSignal<PlanChoice>(family.plan ?? 'unknown');
  const problem = useSignal<string | undefined>(undefined);
  const busy = useSignal(false);
  const { bases, label } = FAMILIES[family.family];
  const toHosts = (urls: readonly string[]) => urls.map((url) => new URL(url).host).join(', ');
  const refuse = () => (problem.value = t('providers.access-refused', { family: label }));

  const keep = async () => {
    busy.value = true;
    try {
      const state = await ports.client('credential.save', {
        family: family.family,
        key: key.value.trim(),
        region: region.value,
        ...(family.scraperId === undefined ? {} : { scraperId: family.scraperId }),
        ...(family.snapshotVersion === undefined ? {} : { snapshotVersion: family.snapshotVersion }),
        ...(plan.value === 'unknown' ? {} : { plan: plan.value }),
      });
      store.put(state);
      key.value = '';
      toasts.show(t('keys.saved', { family: label }));
      onDone();
    } catch (thrown) {
      problem.value = t(`error.${toAppError(thrown).code}`);
    } finally {
      busy.value = false;
    }
  };
  const isKey = KEY.test(key.value.trim());
  const isWrong = /[^\x21-\x7e]/.test(key.value.trim());
  const save = () => {
    // The browser takes it only as the first thing of a click: nothing is waited for before.
    ports.providerAccess.request(family.family).then((isGiven) => (isGiven ? void keep() : refuse()), refuse);
  };
  return (
    <div class="stack key-form">
      <SecretField
        label={t('keys.key', { family: label })}
        placeholder={t('keys.key-placeholder')}
        value={key.value}
        problem={isWrong ? t('keys.key-wrong') : problem.value}
        hint={t('keys.key-stays', { hosts: toHosts(bases.map(({ url }) => url)) })}
        onInput={(value) => {
          key.value = value;
          problem.value = undefined;
        }}
        onSubmit={() => isKey && !busy.value && save()}
      />
      {family.family === 'tikhub' && (
        <div class="field-line">
          <div class="grow">
            <span class="switch-label">{t('keys.region')}</span>
            <span class="switch-hint">{t('keys.region-hint')}</span>
          </div>
          <Segmented
            label={t('keys.region')}
            value={region.value}
            options={FAMILIES.tikhub.bases.map((base) => ({
              value: base.region,
              label: t(`keys.region-${base.region}`),
            }))}
            onChange={(value) => (region.value = value)}
          />
        </div>
      )}
      {family.family === 'parsebot' && (
        <SelectField
          label={t('keys.plan')}
          hint={t('keys.plan-hint')}
          value={plan.value}
          options={PLANS.map((value) => ({ value, label: t(`keys.plan-${value}`) }))}
          onChange={(value) => (plan.value = value)}
        />
      )}
      <p class="small soft">{t('keys.access-before', { hosts: toHosts(toHostPatterns(family.family)) })}</p>
      <div class="row wrap">
        <Button kind="primary" icon="shield" busy={busy.value} disabled={!isKey} onClick={save}>
          {t('keys.save')}
        </Button>
        <Button onClick={onDone}>{cancelLabel}</Button>
      </div>
    </div>
  );
}
