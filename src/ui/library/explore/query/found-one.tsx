import type { RunReport } from '../../../../model/providers/run';
import { RunLine } from '../../../providers/run-line';
import { SaveButton, type Parcel } from '../results/save-button';

/** Below one thing that was found by itself: where it comes from, what it cost, and keeping it. */
export function FoundOne({ run, found }: { run: RunReport; found: Omit<Parcel, 'run'> }) {
  return (
    <div class="row wrap row-between">
      <RunLine run={run} />
      <SaveButton parcels={[{ run, ...found }]} />
    </div>
  );
}
