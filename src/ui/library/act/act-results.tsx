import type { ActionEntry } from '../../../model/actions/action-entry';
import { Icon } from '../../icons/icon';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';
import { toResultWords } from './action-log';
import type { Choosable } from '../../accounts/list-choosable';

/** What was begun under several accounts, in their order. */
export interface ActRound {
  readonly jobId: string;
  readonly accounts: readonly Choosable[];
}

/** What each account's part has come to, as it comes. */
export function ActResults({ round, entries }: { round: ActRound; entries: readonly ActionEntry[] }) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <Card title={t('act.results')}>
      <ul class="act-results" aria-live="polite">
        {round.accounts.map(({ userId, name }) => {
          const entry = entries.find((one) => one.jobId === round.jobId && one.viewerId === userId);
          const face = toFace(entry);
          return (
            <li key={userId} class={`act-result act-result-${face}`}>
              <Icon name={ICONS[face]} size={17} />
              <span class="grow cut">{name}</span>
              <span class="small">{entry ? toResultWords(entry, texts) : t('act.results-waiting')}</span>
              {entry?.endedAt !== undefined && (
                <span class="tiny faint">
                  {t('act.results-took', { seconds: Math.round((entry.endedAt - entry.at) / 100) / 10 })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

const ICONS = { waiting: 'clock', good: 'check', bad: 'alert' } as const;

function toFace(entry: Pick<ActionEntry, 'outcome'> | undefined): keyof typeof ICONS {
  if (entry?.outcome === undefined) return 'waiting';
  return entry.outcome.is === 'refused' || entry.outcome.is === 'uncertain' ? 'bad' : 'good';
}
