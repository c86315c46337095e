import type { Amounts } from '../../../model/providers/price';
import { DEFAULT_SETTINGS } from '../../../model/settings';
import { useUi } from '../../shell/ui-context';
import { useTexts } from '../../text-context';
import { BudgetFields } from './budget-fields';
import '../../note/export-report.css';
import '../jobs.css';

/** The most one job may cost, by currency; it begins as the settings say, and an empty field sets no limit. */
export function BudgetChoice({
  budget,
  isEach = false,
  onChange,
}: {
  /** `undefined`: as the settings say. */
  budget: Amounts | undefined;
  /** Several jobs begin at once. */
  isEach?: boolean;
  onChange: (budget: Amounts) => void;
}) {
  const { settings } = useUi();
  const { t } = useTexts();
  const now = budget ?? (settings.settings.value ?? DEFAULT_SETTINGS).providers.jobBudget;
  return (
    <details class="disclosure">
      <summary>{t(isEach ? 'jobs.budget-each' : 'jobs.budget')}</summary>
      <div class="row wrap job-limits">
        <BudgetFields budget={now} onChange={onChange} />
      </div>
    </details>
  );
}
