import { ACTION_NAMES } from '../../../../model/actions/action.catalog';
import { TextField } from '../../../controls/text-field';
import { toDateValue, toMoment } from '../../../format/date-value';
import { useTexts } from '../../../text-context';
import { FilterSelect } from '../../lists/filter-select';
import { LOG_OUTCOMES, type LogFilter } from './filter-actions';

const ANY = 'all';

export interface LogFiltersProps {
  readonly filter: LogFilter;
  readonly accounts: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (change: Partial<LogFilter>) => void;
}

/** What is looked for in the log: words, action, result, account, days. */
export function LogFilters({ filter, accounts, names, onChange }: LogFiltersProps) {
  const { t } = useTexts();
  const any = { value: ANY, label: t('log.filter-all') };
  const day = (field: 'from' | 'to') => (
    <label class="date-field">
      <span class="small soft">{t(`log.${field}`)}</span>
      <input
        type="date"
        class="text-input"
        value={toDateValue(filter[field])}
        onInput={(event) => onChange({ [field]: toMoment(event.currentTarget.value, field === 'to') })}
      />
    </label>
  );
  return (
    <div class="stack">
      <TextField
        kind="search"
        icon="search"
        label={t('log.search')}
        placeholder={t('log.search')}
        value={filter.words}
        onInput={(words) => onChange({ words })}
      />
      <div class="row wrap found-filters log-filters">
        <FilterSelect
          label={t('log.filter-action')}
          value={filter.action ?? ANY}
          options={[any, ...ACTION_NAMES.map((name) => ({ value: name, label: t(`act.action-${name}`) }))]}
          onChoose={(value) => onChange({ action: ACTION_NAMES.find((name) => name === value) })}
        />
        <FilterSelect
          label={t('log.filter-outcome')}
          value={filter.outcome ?? ANY}
          options={[any, ...LOG_OUTCOMES.map((name) => ({ value: name, label: t(`log.outcome-${name}`) }))]}
          onChoose={(value) => onChange({ outcome: LOG_OUTCOMES.find((name) => name === value) })}
        />
        {accounts.length > 1 && (
          <FilterSelect
            label={t('log.filter-account')}
            value={filter.account ?? ANY}
            options={[any, ...accounts.map((id) => ({ value: id, label: names.get(id) ?? id }))]}
            onChoose={(value) => onChange({ account: accounts.find((id) => id === value) })}
          />
        )}
        {day('from')}
        {day('to')}
      </div>
    </div>
  );
}
