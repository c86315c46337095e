import type { Estimate } from '../../model/providers/run';
import { CostNote, toAmountWords } from '../providers/cost-note';
import { findValue, type Async } from '../stores/async';
import { useTexts } from '../text-context';

/** What a press costs; `isShort`: the price alone, where it is known and nothing is in the way. */
export function PriceNote({
  of,
  id,
  isShort,
}: {
  of: Async<Estimate> | undefined;
  id: string;
  isShort: boolean;
}) {
  const texts = useTexts();
  const known = of && findValue(of);
  if (!isShort || !known || known.isCached || known.gap !== undefined || !known.fitsBudget) {
    return <CostNote of={of} id={id} />;
  }
  return (
    <p class="small soft" id={id}>
      {toAmountWords(known.cost, texts)}
    </p>
  );
}
