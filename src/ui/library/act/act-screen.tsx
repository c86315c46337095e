import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../controls/button';
import { listChoosable } from '../../accounts/list-choosable';
import { toAccountNames } from '../../accounts/to-account-names';
import { useAccounts } from '../../accounts/use-accounts';
import { findValue } from '../../stores/async';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { AsyncView } from '../../surfaces/async-view';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import { ActFormCard } from './act-form';
import { ActResults } from './act-results';
import type { ActRound } from './act-results';
import './act.css';
import { ActionLog } from './action-log';
import { createActionsStore } from './create-actions-store';

/** One thing on one note, with the user's own session, and the log of everything that was done so. */
export function ActScreen() {
  const { ports } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const saved = useAccounts();
  const round = useSignal<ActRound | undefined>(undefined);
  const viewerId = useSignal<string | null | undefined>(undefined);
  const [{ store, gone }] = useState(() => {
    const leaving = new AbortController();
    return { store: createActionsStore(ports, leaving.signal), gone: leaving };
  });
  const findViewer = async () => {
    viewerId.value = (await ports.client('viewer.find', {}))?.userId ?? null;
  };
  useEffect(() => {
    void save(findViewer());
    ports.onEvent('page.changed', () => void save(findViewer()), gone.signal);
    return () => gone.abort();
  }, []);
  const viewer = viewerId.value;
  const accounts = listChoosable(findValue(saved.list.value), t('act.accounts-own'));
  return (
    <>
      <div class="screen-head">
        <div>
          <h2>{t('library.screen-act')}</h2>
          <p>{t('act.intro')}</p>
        </div>
      </div>
      <div class="stack">
        {viewer === null && accounts.length === 0 && (
          <Notice
            icon="user"
            tone="accent"
            shape="line"
            title={t('act.who-none')}
            actions={<Button onClick={() => void save(findViewer())}>{t('act.who-again')}</Button>}
          />
        )}
        {viewer !== undefined && (viewer !== null || accounts.length > 0) && (
          <ActFormCard viewerId={viewer} accounts={accounts} onStarted={(begun) => (round.value = begun)} />
        )}
        {round.value && round.value.accounts.length > 0 && (
          <ActResults round={round.value} entries={findValue(store.entries.value) ?? []} />
        )}
        <AsyncView
          of={store.entries.value}
          empty={
            <Notice icon="clock" title={t('act.log-empty-title')}>
              {t('act.log-empty-text')}
            </Notice>
          }
          lines={6}
          onRetry={() => void store.refresh()}
        >
          {(entries) => (
            <ActionLog entries={entries} store={store} names={toAccountNames(findValue(saved.list.value))} />
          )}
        </AsyncView>
      </div>
    </>
  );
}
