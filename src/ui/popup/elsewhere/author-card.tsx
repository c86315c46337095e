import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { EnrichLine, canAsk } from '../../enrich/enrich-line';
import { createAuthorStore } from '../../enrich/state/create-author-store';
import { createAuthorEnrichStore } from '../../enrich/state/create-enrich-stores';
import { Avatar } from '../../content/avatar';
import { Stat } from '../../content/stat';
import { useEstimate } from '../../providers/state/use-estimate';
import { useUi } from '../../shell/ui-context';
import { AsyncView } from '../../surfaces/async-view';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';

/** What is kept of the person whose page is open, and who can be asked about them. */
export function AuthorCard({ userId }: { userId: string }) {
  const { ports } = useUi();
  const { t } = useTexts();
  const [{ profile, store, gone }] = useState(() => {
    const id = signal({ kind: 'site', value: userId } as const);
    const leaving = new AbortController();
    return {
      profile: createAuthorStore(ports, id, leaving.signal),
      store: createAuthorEnrichStore(ports, id),
      gone: leaving,
    };
  });
  useEffect(() => () => gone.abort(), []);
  const estimate = useEstimate({ operation: 'author.profile', input: { userId } }).value;
  const of = profile.author.value;
  return (
    <Card>
      <div class="stack">
        <AsyncView
          of={of}
          empty={<p class="small soft">{t('page.author-unknown')}</p>}
          onRetry={() => void profile.refresh()}
        >
          {(known) => (
            <>
              <div class="row">
                <Avatar name={known.nickname} url={known.avatarUrl} size={40} />
                <div class="grow">
                  <p class="strong cut">{known.nickname ?? t('note.author-unknown')}</p>
                  {known.redId !== undefined && (
                    <p class="small soft cut">{t('page.red-id', { id: known.redId })}</p>
                  )}
                </div>
              </div>
              <dl class="stats">
                <Stat icon="user" label={t('page.author-follows')} count={known.counts.follows} />
                <Stat icon="heart" label={t('page.author-fans')} count={known.counts.fans} />
                <Stat icon="star" label={t('page.author-liked')} count={known.counts.likedAndCollected} />
              </dl>
            </>
          )}
        </AsyncView>
        {(store.now.value.state !== 'idle' || canAsk(estimate)) && (
          <EnrichLine
            store={store}
            estimate={estimate}
            kind="ghost"
            label={t(of.state === 'ready' ? 'enrich.author-again' : 'enrich.author-start')}
            toGapWords={(gap) => t(`enrich.author-gap-${gap}`)}
            isShort
          />
        )}
      </div>
    </Card>
  );
}
