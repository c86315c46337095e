import { useId } from 'preact/hooks';
import { PROVIDERS } from '../../model/providers/provider.catalog';
import type { Estimate } from '../../model/providers/run';
import { Button } from '../controls/button';
import { findValue, type Async } from '../stores/async';
import { useTexts } from '../text-context';
import { EnrichOutcome } from './enrich-outcome';
import { PriceNote } from './price-note';
import type { EnrichStore } from './state/create-enrich-store';
import './enrich.css';

export interface EnrichLineProps<Gap extends string> {
  readonly store: EnrichStore<Gap>;
  readonly estimate: Async<Estimate> | undefined;
  readonly label: string;
  /** `primary` where the page has less than a provider; `ghost`: in passing. */
  readonly kind: 'primary' | 'plain' | 'ghost';
  readonly toGapWords: (gap: Gap) => string;
  /** The price alone, where it is known and nothing is in the way. */
  readonly isShort?: boolean;
  /** What the press may cost beside that. */
  readonly furtherWords?: string | undefined;
}

/** Whether a press leads anywhere: an answer, or at least to what stands in the way and can be mended here. */
export function canAsk(estimate: Async<Estimate> | undefined): boolean {
  const known = estimate && findValue(estimate);
  if (!known) return false;
  const { isCached, gap } = known;
  return isCached || gap === undefined || gap === 'locked' || gap === 'no-access';
}

/** The button that asks a provider, what pressing it costs, and how it goes or went. */
export function EnrichLine<Gap extends string>(props: EnrichLineProps<Gap>) {
  const { store, estimate, label, kind, toGapWords, isShort = false, furtherWords } = props;
  const { t } = useTexts();
  const id = useId();
  const { state } = store.now.value;
  const provider = (estimate && findValue(estimate))?.provider;
  return (
    <div class="stack stack-tight">
      {state !== 'failed' && (
        <div class="enrich-line">
          {canAsk(estimate) && (
            <Button
              kind={kind}
              size="small"
              icon="sparkle"
              busy={state === 'running'}
              describedBy={id}
              onClick={() => void store.start(true)}
            >
              {label}
            </Button>
          )}
          {state === 'running' ? (
            <p class="small soft" role="status" id={id}>
              {provider
                ? t('enrich.asking', { provider: PROVIDERS[provider].label })
                : t('enrich.asking-someone')}
            </p>
          ) : (
            <PriceNote of={estimate} id={id} isShort={isShort} />
          )}
        </div>
      )}
      {state === 'idle' && furtherWords && canAsk(estimate) && <p class="tiny soft">{furtherWords}</p>}
      <EnrichOutcome store={store} toGapWords={toGapWords} />
    </div>
  );
}
