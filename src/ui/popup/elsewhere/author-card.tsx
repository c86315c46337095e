import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Author } from '../../../model/author';
import { Avatar } from '../../content/avatar';
import { Stat } from '../../content/stat';
import { useUi } from '../../shell/ui-context';
import { LOADING, toAsync, toFailed, type Async } from '../../stores/async';
import { AsyncView } from '../../surfaces/async-view';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';

/** What is kept of the person whose page is open. */
export function AuthorCard({ userId }: { userId: string }) {
  const { ports } = useUi();
  const { t } = useTexts();
  const author = useSignal<Async<Author>>(LOADING);
  useEffect(() => {
    ports.readers.findAuthor({ kind: 'site', value: userId }).then(
      (found) => (author.value = toAsync(found)),
      (thrown: unknown) => (author.value = toFailed(thrown)),
    );
  }, [userId]);
  return (
    <Card>
      <AsyncView of={author.value} empty={<p class="small soft">{t('page.author-unknown')}</p>}>
        {(known) => (
          <div class="stack">
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
          </div>
        )}
      </AsyncView>
    </Card>
  );
}
