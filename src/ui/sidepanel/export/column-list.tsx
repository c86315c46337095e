import { useRef } from 'preact/hooks';
import type { ColumnId } from '../../../export/columns.catalog';
import { EXPORT_COLUMNS } from '../../../export/columns.catalog';
import { IconButton } from '../../controls/icon-button';
import { useTexts } from '../../text-context';

export interface ColumnListProps {
  readonly chosen: readonly ColumnId[];
  readonly onChange: (chosen: readonly ColumnId[]) => void;
}

/** The chosen columns in their order, then the others. Two buttons move one; the focus goes along with it. */
export function ColumnList({ chosen, onChange }: ColumnListProps) {
  const { t } = useTexts();
  const list = useRef<HTMLOListElement>(null);
  const others = EXPORT_COLUMNS.map(({ id }) => id).filter((id) => !chosen.includes(id));
  const move = (id: ColumnId, step: -1 | 1) => {
    const from = chosen.indexOf(id);
    const to = from + step;
    onChange(chosen.toSpliced(from, 1).toSpliced(to, 0, id));
    // At an end of the list its button is off: the other one takes the focus.
    const wanted = to === 0 || to === chosen.length - 1 ? -step : step;
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-move="${id} ${wanted}"] button`)?.focus(),
    );
  };
  const toggle = (id: ColumnId) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <ol class="column-list" ref={list} aria-label={t('exporting.columns')}>
      {[...chosen, ...others].map((id) => {
        const at = chosen.indexOf(id);
        const name = t(`export.column.${id}`);
        return (
          <li class={at < 0 ? 'column-line column-off' : 'column-line'} key={id}>
            <label class="row grow">
              <input type="checkbox" checked={at >= 0} onChange={() => toggle(id)} />
              <span class="grow cut">{name}</span>
            </label>
            {at >= 0 &&
              ([-1, 1] as const).map((step) => (
                <span data-move={`${id} ${step}`} key={step}>
                  <IconButton
                    icon={step < 0 ? 'arrow-up' : 'arrow-down'}
                    size={14}
                    label={t(step < 0 ? 'exporting.move-up' : 'exporting.move-down', { name })}
                    disabled={at === (step < 0 ? 0 : chosen.length - 1)}
                    onClick={() => move(id, step)}
                  />
                </span>
              ))}
          </li>
        );
      })}
    </ol>
  );
}
