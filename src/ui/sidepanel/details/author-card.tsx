import type { Person } from '../../../model/author';
import type { AuthorGap } from '../../../model/enrich/author-gaps';
import type { SiteHost } from '../../../model/note';
import { EnrichLine, canAsk } from '../../enrich/enrich-line';
import type { AuthorStore } from '../../enrich/state/create-author-store';
import type { EnrichStore } from '../../enrich/state/create-enrich-store';
import { CollectButton } from '../../jobs/collect/collect-button';
import { useEstimate } from '../../providers/state/use-estimate';
import { findValue } from '../../stores/async';
import { AsyncView } from '../../surfaces/async-view';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';
import { AuthorFacts, AuthorHead } from './author-facts';
import { Provenance } from './provenance';

export interface AuthorCardProps {
  /** As the note names them. */
  readonly person: Person;
  readonly host: SiteHost;
  readonly profile: AuthorStore;
  readonly store: EnrichStore<AuthorGap>;
}

/** Who wrote the note: what is kept of the profile and where each part comes from. Fetched by nobody but a press. */
export function AuthorCard({ person, host, profile, store }: AuthorCardProps) {
  const { t } = useTexts();
  const of = profile.author.value;
  const isMasked = person.id.kind === 'masked';
  const question = { operation: 'author.profile', input: { userId: person.id.value } } as const;
  const estimate = useEstimate(isMasked ? undefined : question).value;
  const known = findValue(of);
  const isAsking = store.now.value.state !== 'idle';
  const mayAsk = canAsk(estimate);
  // Who they are stands in the note's own head already.
  const isUnknown = of.state === 'empty' || of.state === 'loading';
  if (isUnknown && !isAsking && !mayAsk && person.redId === undefined) return null;
  return (
    <Card title={t('enrich.author-title')}>
      <div class="stack">
        <AuthorHead person={person} known={known} host={host} />
        <AsyncView of={of} empty={null} onRetry={() => void profile.refresh()}>
          {(author) => <AuthorFacts author={author} />}
        </AsyncView>
        {isMasked && <p class="tiny soft">{t('enrich.author-masked')}</p>}
        {(isAsking || mayAsk) && (
          <EnrichLine
            store={store}
            estimate={estimate}
            kind={known ? 'ghost' : 'plain'}
            label={t(known ? 'enrich.author-again' : 'enrich.author-start')}
            toGapWords={(gap) => t(`enrich.author-gap-${gap}`)}
          />
        )}
        {mayAsk && person.id.kind === 'site' && (
          <div class="row">
            <CollectButton
              subject={{ kind: 'author', userId: person.id.value, name: person.nickname ?? person.id.value }}
              kind="ghost"
            />
          </div>
        )}
        {known && <Provenance title={t('enrich.author-provenance')} observed={known.observed} />}
      </div>
    </Card>
  );
}
