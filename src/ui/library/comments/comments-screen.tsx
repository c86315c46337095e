import { useEffect, useState } from 'preact/hooks';
import { createSearchClient } from '../../../workers/library/search/create-search-client';
import { Button } from '../../controls/button';
import { useUi } from '../../shell/ui-context';
import { FailedNotice } from '../../surfaces/failed-notice';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import { FoundList } from './found-list';
import { SearchFields } from './search-fields';
import { SearchState } from './search-state';
import { createSearchStore, type SearchStore } from './state/create-search-store';
import './comments.css';

/** Looks for comments in everything that is stored, whichever note they stand under. */
export function CommentsScreen() {
  const { ports } = useUi();
  const { t } = useTexts();
  const [{ store, close }] = useState(() => {
    const leaving = new AbortController();
    const search = createSearchClient();
    const noteId = readNoteId();
    return {
      store: createSearchStore(ports, search, { noteId }, leaving.signal),
      close: () => {
        leaving.abort();
        search.close();
      },
    };
  });
  useEffect(() => {
    const follow = () => {
      const noteId = readNoteId();
      if (noteId !== undefined) store.change({ noteId });
    };
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('hashchange', follow);
      close();
    };
  }, []);
  return (
    <>
      <div class="screen-head">
        <div>
          <h2>{t('found.title')}</h2>
          <p>{t('found.intro')}</p>
        </div>
      </div>
      <div class="stack">
        <SearchFields store={store} />
        <Found store={store} />
      </div>
    </>
  );
}

/** `#comments/<note id>`: the address names the note whose comments are asked for. */
function readNoteId(): string | undefined {
  return /^#comments\/(.+)$/.exec(location.hash)?.[1];
}

/** The list in whichever face it has: nothing asked, failed, under way, nothing found, or the rows. */
function Found({ store }: { store: SearchStore }) {
  const { t } = useTexts();
  const error = store.error.value;
  const progress = store.progress.value;
  if (error) return <FailedNotice error={error} onRetry={() => store.again()} />;
  if (!store.isAsked.value) {
    return (
      <Notice icon="search" title={t('found.start-title')}>
        {t('found.start-text')}
      </Notice>
    );
  }
  return (
    <>
      <SearchState store={store} />
      {progress?.isDone && progress.found === 0 && (
        <Notice
          icon="search"
          title={t('comments.no-match')}
          actions={<Button onClick={() => store.clear()}>{t('comments.clear-filters')}</Button>}
        />
      )}
      {progress !== undefined && progress.found > 0 && <FoundList store={store} rows={progress.found} />}
    </>
  );
}
