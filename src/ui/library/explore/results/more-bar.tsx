import { Button } from '../../../controls/button';
import { CostNote } from '../../../providers/cost-note';
import { RunLine } from '../../../providers/run-line';
import { usePricedPress } from '../../../providers/state/use-priced-press';
import { useEstimate } from '../../../providers/state/use-estimate';
import { useTexts } from '../../../text-context';
import type { ExploreStore, Found } from '../state/create-explore-store';
import { toNextPage } from '../state/list-question';

/** One more page and what it costs, or that there is none; below it where everything came from. */
export function MoreBar({ found, store }: { found: Found; store: ExploreStore }) {
  const { t } = useTexts();
  const { question, nextCursor, isBrokenOff, runs, lastAdded } = found;
  const estimate = useEstimate(nextCursor === undefined ? undefined : toNextPage(question, nextCursor));
  const { press, isWaiting } = usePricedPress(estimate, nextCursor, (agreed) => void store.askMore(agreed));
  const { isBusy } = store.more.value;
  const isRepeating = lastAdded === 0 && runs.length > 1;
  return (
    <div class="more-bar">
      {nextCursor === undefined ? (
        <p class="small soft" role="status">
          {t(isBrokenOff ? 'explore.broken-off' : isRepeating ? 'explore.no-new' : 'explore.end')}
        </p>
      ) : (
        <>
          <Button icon="arrow-down" busy={isBusy || isWaiting} describedBy="more-cost" onClick={press}>
            {t('explore.more')}
          </Button>
          <CostNote of={estimate.value} id="more-cost" />
        </>
      )}
      <div class="runs" role="group" aria-label={t('explore.sources')}>
        {runs.map((run) => (
          <RunLine key={run.runId} run={run} />
        ))}
      </div>
    </div>
  );
}
