import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { PageRef } from '../../../model/page-ref';
import type { RunReport } from '../../../model/providers/run';
import { findLink } from '../../../site/find-link';
import { Button } from '../../controls/button';
import { canAsk } from '../../enrich/enrich-line';
import { PriceNote } from '../../enrich/price-note';
import { ProviderProblem } from '../../providers/provider-problem';
import { useEstimate } from '../../providers/state/use-estimate';
import { useUi } from '../../shell/ui-context';
import { toFailed, type Async } from '../../stores/async';
import { useTexts } from '../../text-context';
import { FoundLink } from './found-link';

interface Resolved {
  readonly ref: PageRef;
  readonly run: RunReport;
}

/** The short link in a text; `undefined` when it holds none, or something that says itself what it names. */
function findShortLink(text: string): string | undefined {
  const ref = findLink(text);
  return ref?.kind === 'short-link' ? ref.url : undefined;
}

/**
 * Beside opening a short link, which is free and the usual way: a provider may say where it leads. Drawn only where one
 * can be asked.
 */
export function LinkLookUp({ text }: { text: string }) {
  const { ports } = useUi();
  const { t } = useTexts();
  const url = findShortLink(text);
  const found = useSignal<Async<Resolved> | undefined>(undefined);
  const estimate = useEstimate(
    url === undefined ? undefined : { operation: 'link.resolve', input: { text: url } },
  ).value;
  const turn = useRef(0);
  useEffect(() => {
    turn.current += 1;
    found.value = undefined;
  }, [url]);
  const of = found.value;
  if (url === undefined || (of === undefined && !canAsk(estimate))) return null;
  const ask = async (agreed: boolean) => {
    const mine = ++turn.current;
    found.value = { state: 'loading' };
    let next: Async<Resolved>;
    try {
      next = { state: 'ready', value: await ports.client('link.resolve', { text: url, agreed }) };
    } catch (thrown) {
      next = toFailed(thrown);
    }
    // Another link may have been pasted meanwhile.
    if (mine === turn.current) found.value = next;
  };
  if (of?.state === 'failed') {
    return (
      <div class="enrich-failed link-found">
        <ProviderProblem error={of.error} onRetry={(agreed) => void ask(agreed)} />
      </div>
    );
  }
  if (of?.state === 'ready') {
    return (
      <div class="stack stack-tight link-found">
        <FoundLink key={url} pageRef={of.value.ref} run={of.value.run} />
      </div>
    );
  }
  return (
    <div class="link-look-up">
      <p class="tiny soft">{t('enrich.link-hint')}</p>
      <div class="enrich-line">
        <Button
          kind="ghost"
          size="small"
          icon="search"
          busy={of !== undefined}
          describedBy="link-cost"
          onClick={() => void ask(true)}
        >
          {t('enrich.link-start')}
        </Button>
        <PriceNote of={estimate} id="link-cost" isShort />
      </div>
    </div>
  );
}
