import { useSignal } from '@preact/signals';
import type { AuthorSighting } from '../../../../model/author';
import type { RunReport } from '../../../../model/providers/run';
import { Button } from '../../../controls/button';
import { Segmented } from '../../../controls/segmented';
import { CollectButton } from '../../../jobs/collect/collect-button';
import { toCostWords } from '../../../providers/cost-note';
import { ProviderProblem } from '../../../providers/provider-problem';
import { usePricedPress } from '../../../providers/state/use-priced-press';
import { useEstimate, type Question } from '../../../providers/state/use-estimate';
import { useUi } from '../../../shell/ui-context';
import { Skeleton } from '../../../surfaces/async-view';
import { useTexts } from '../../../text-context';
import { AuthorCard } from '../results/author-card';
import { FoundOne } from './found-one';
import type { ListQuestion } from '../state/list-question';
import { findAuthorTarget } from './find-target';
import type { QueryProps } from './notes-query';
import { QueryLine } from './query-line';
import { useOne } from './use-one';

/** One person's notes or public favorites, named by a link, a short link or an id. */
export function AuthorQuery({ isBusy, onAsk, startWith }: QueryProps & { startWith: string }) {
  const { ports } = useUi();
  const texts = useTexts();
  const { t } = texts;
  const text = useSignal(startWith);
  const list = useSignal<'author.notes' | 'author.faved'>('author.notes');
  const { one, ask, askAgain, clear } = useOne<{ author: AuthorSighting; run: RunReport }>();
  const target = findAuthorTarget(text.value);
  const profile: Question | undefined = target && { operation: 'author.profile', input: target };
  const profileCost = useEstimate(profile);
  const notes: ListQuestion | undefined = target && { operation: list.value, input: target };

  const found = one.value?.state === 'ready' ? one.value.value.author : undefined;
  const name = found?.fields.nickname;
  const readProfile = async (agreed: boolean) => {
    const answer = await ports.client('explore.author', { ...target, agreed });
    // From here on the person has an id, by which everybody can be asked.
    if (target && 'shareText' in target && answer.author.id.kind === 'site') {
      text.value = answer.author.id.value;
    }
    return answer;
  };
  const profileKey = profile && JSON.stringify(profile);
  const profilePress = usePricedPress(profileCost, profileKey, (agreed) => void ask(readProfile, agreed));
  return (
    <div class="stack">
      <QueryLine
        label={t('explore.author')}
        icon="link"
        text={text.value}
        onText={(value) => {
          text.value = value;
          clear();
        }}
        problem={text.value.trim() !== '' && !target ? t('explore.author-wrong') : undefined}
        question={notes}
        button={t('explore.show')}
        isBusy={isBusy || one.value?.state === 'loading'}
        onAsk={(agreed) => notes && onAsk(notes, agreed)}
      >
        <div class="query-filters">
          <Segmented
            label={t('explore.author-list')}
            value={list.value}
            options={[
              { value: 'author.notes', label: t('explore.author-notes') },
              { value: 'author.faved', label: t('explore.author-faved') },
            ]}
            onChange={(value) => (list.value = value)}
          />
          {notes && target && 'userId' in target && list.value === 'author.notes' && (
            <CollectButton
              subject={{ kind: 'author', userId: target.userId, name: name ?? target.userId }}
              kind="ghost"
            />
          )}
          {notes && (
            <Button
              kind="ghost"
              size="small"
              icon="user"
              busy={one.value?.state === 'loading' || profilePress.isWaiting}
              onClick={profilePress.press}
            >
              {t('explore.author-profile')}
              {profileCost.value && <span class="query-price"> {toCostWords(profileCost.value, texts)}</span>}
            </Button>
          )}
        </div>
      </QueryLine>
      {one.value?.state === 'loading' && <Skeleton lines={2} />}
      {one.value?.state === 'failed' && <ProviderProblem error={one.value.error} onRetry={askAgain} />}
      {one.value?.state === 'ready' && (
        <>
          <AuthorCard author={one.value.value.author} />
          <FoundOne run={one.value.value.run} found={{ authors: [one.value.value.author] }} />
        </>
      )}
    </div>
  );
}
