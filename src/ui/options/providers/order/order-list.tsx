import { useRef } from 'preact/hooks';
import { PROVIDERS, type ProviderId } from '../../../../model/providers/provider.catalog';
import type { FamilyState } from '../../../../model/providers/provider-state';
import { Chip } from '../../../controls/chip';
import { IconButton } from '../../../controls/icon-button';
import { useTexts } from '../../../text-context';

export interface OrderListProps {
  readonly shown: readonly ProviderId[];
  readonly families: readonly FamilyState[];
  readonly off: readonly ProviderId[];
  readonly onMove: (id: ProviderId, step: -1 | 1) => void;
}

/** The order as a list, moved by two buttons at each entry; the focus goes along with what was moved. */
export function OrderList({ shown, families, off, onMove }: OrderListProps) {
  const { t } = useTexts();
  const list = useRef<HTMLOListElement>(null);
  const move = (id: ProviderId, step: -1 | 1) => {
    onMove(id, step);
    const end = step < 0 ? 1 : shown.length - 2;
    // At an end of the list its button is off: the other one takes the focus.
    const wanted = shown.indexOf(id) === end ? -step : step;
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-move="${id} ${wanted}"] button`)?.focus(),
    );
  };
  return (
    <ol class="order" ref={list}>
      {shown.map((id, index) => {
        const { family, label } = PROVIDERS[id];
        const hasKey = families.some((one) => one.family === family && one.state !== 'none');
        const isOff = off.includes(id);
        return (
          <li class={hasKey && !isOff ? 'order-line' : 'order-line order-idle'} key={id}>
            <span class="order-place" aria-hidden="true">
              {index + 1}
            </span>
            <span class="grow cut">{label}</span>
            {!hasKey && <Chip>{t('keys.state-none')}</Chip>}
            {hasKey && isOff && <Chip>{t('keys.state-off-one')}</Chip>}
            <span data-move={`${id} -1`}>
              <IconButton
                icon="arrow-up"
                size={16}
                label={t('keys.move-up', { name: label })}
                disabled={index === 0}
                onClick={() => move(id, -1)}
              />
            </span>
            <span data-move={`${id} 1`}>
              <IconButton
                icon="arrow-down"
                size={16}
                label={t('keys.move-down', { name: label })}
                disabled={index === shown.length - 1}
                onClick={() => move(id, 1)}
              />
            </span>
          </li>
        );
      })}
    </ol>
  );
}
