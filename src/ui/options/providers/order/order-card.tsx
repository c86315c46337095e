import { useSignal } from '@preact/signals';
import { withoutKey } from '../../../../lib/without-key';
import { OPERATION_NAMES, type OperationName } from '../../../../model/providers/operation';
import { PROVIDER_IDS, PROVIDERS, type ProviderId } from '../../../../model/providers/provider.catalog';
import type { FamilyState } from '../../../../model/providers/provider-state';
import type { Settings } from '../../../../model/settings';
import { Button } from '../../../controls/button';
import { SelectField } from '../../../controls/select-field';
import { useSave } from '../../../shell/use-save';
import { useUi } from '../../../shell/ui-context';
import { Card } from '../../../surfaces/card';
import { useTexts } from '../../../text-context';
import { OrderList } from './order-list';
import { moveInOrder, toOrder } from './to-order';

/** Without order: accounts are one vendor's own. */
const UNORDERED = /^account\./;
const ORDERED = OPERATION_NAMES.filter((name) => !UNORDERED.test(name));

/** Who is asked first, for everything or for one operation. */
export function OrderCard({ families, now }: { families: readonly FamilyState[]; now: Settings }) {
  const { settings, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const chosen = useSignal<OperationName | 'all'>('all');
  const said = useSignal('');
  const { providers } = now;
  const operation = chosen.value === 'all' ? undefined : chosen.value;
  const order = toOrder(providers, operation);
  const able = findAble(families, operation);
  const shown = order.filter((id) => able.has(id));
  const hasOwn = operation !== undefined && providers.orderOf[operation] !== undefined;
  const change = (next: typeof providers) => save(settings.change({ providers: next }));

  const move = async (id: ProviderId, step: -1 | 1) => {
    const moved = moveInOrder(order, shown, { id, step });
    const isSaved = await change(
      operation === undefined
        ? { ...providers, order: moved }
        : { ...providers, orderOf: { ...providers.orderOf, [operation]: moved } },
    );
    const place = moved.filter((one) => able.has(one)).indexOf(id) + 1;
    if (isSaved) said.value = t('keys.moved', { name: PROVIDERS[id].label, place });
  };
  const reset = () => {
    void change(
      operation === undefined
        ? { ...providers, order: [...PROVIDER_IDS] }
        : { ...providers, orderOf: withoutKey(providers.orderOf, operation) },
    ).then((isSaved) => isSaved && toasts.show(t('keys.applied')));
  };
  const isUsual = operation === undefined && order.every((id, index) => id === PROVIDER_IDS[index]);
  return (
    <Card title={t('keys.order')}>
      <p class="small soft order-hint">{t('keys.order-hint')}</p>
      <SelectField
        label={t('keys.order-for')}
        value={chosen.value}
        options={[
          { value: 'all' as const, label: t('keys.order-all') },
          ...ORDERED.map((name) => ({ value: name, label: t(`providers.operation-${name}`) })),
        ]}
        onChange={(value) => {
          chosen.value = value;
          said.value = '';
        }}
      />
      {operation !== undefined && (
        <p class="small soft">{t(hasOwn ? 'keys.order-own' : 'keys.order-as-all')}</p>
      )}
      <OrderList
        shown={shown}
        families={families}
        off={providers.off}
        onMove={(id, step) => void move(id, step)}
      />
      <p class="unseen" aria-live="assertive">
        {said.value}
      </p>
      {(hasOwn || (operation === undefined && !isUsual)) && (
        <Button kind="ghost" size="small" icon="undo" onClick={reset}>
          {t(hasOwn ? 'keys.order-reset' : 'keys.order-default')}
        </Button>
      )}
    </Card>
  );
}

/** Who can do it at all; where nothing is known of anybody yet, everybody. */
function findAble(families: readonly FamilyState[], operation: OperationName | undefined): Set<ProviderId> {
  const series = families.flatMap((family) => family.series);
  const able = series.filter((one) => operation === undefined || one.operations.includes(operation));
  return new Set(series.length === 0 ? PROVIDER_IDS : able.map((one) => one.provider));
}
