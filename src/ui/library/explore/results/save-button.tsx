import { useSignal } from '@preact/signals';
import type { AuthorSighting } from '../../../../model/author';
import type { NoteSighting } from '../../../../model/note';
import type { RunReport } from '../../../../model/providers/run';
import type { TopicPage } from '../../../../model/providers/topic-page';
import { Button } from '../../../controls/button';
import { useSave } from '../../../shell/use-save';
import { useUi } from '../../../shell/ui-context';
import { useTexts } from '../../../text-context';
import type { FoundRow } from '../state/found-row';

/** What one run found and shall be kept; its source and time go with it. */
export interface Parcel {
  readonly run: RunReport;
  readonly notes?: NoteSighting[];
  readonly authors?: AuthorSighting[];
  readonly topic?: TopicPage;
}

/** Keeps what was found; each parcel with its own source and time. */
export function SaveButton({ parcels }: { parcels: readonly Parcel[] }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const busy = useSignal(false);
  const keep = async () => {
    busy.value = true;
    const saving = parcels.map(({ run: { provider, endpoint, at }, ...found }) =>
      ports.client('library.save', { ...found, observation: { source: provider, via: endpoint, at } }),
    );
    await save(
      Promise.all(saving).then((answers) => {
        const count = answers.reduce((sum, answer) => sum + answer.saved, 0);
        toasts.show(t(toSavedKey(parcels), { count }));
      }),
    );
    busy.value = false;
  };
  return (
    <Button size="small" kind="primary" icon="book" busy={busy.value} onClick={() => void keep()}>
      {t('explore.save')}
    </Button>
  );
}

/** The rows by the run that found them. */
export function toParcels(rows: readonly FoundRow[]): Parcel[] {
  const byRun = new Map<RunReport, FoundRow[]>();
  for (const row of rows) byRun.set(row.run, [...(byRun.get(row.run) ?? []), row]);
  return [...byRun].map(([run, ofRun]) => {
    const notes = ofRun.flatMap((row) => (row.kind === 'note' ? [row.note] : []));
    const authors = ofRun.flatMap((row) => (row.kind === 'author' ? [row.author] : []));
    return {
      run,
      ...(notes.length > 0 ? { notes } : {}),
      ...(authors.length > 0 ? { authors } : {}),
    };
  });
}

function toSavedKey([first]: readonly Parcel[]) {
  if (first?.topic) return 'explore.saved-topics';
  return first?.authors ? 'explore.saved-people' : 'explore.saved';
}
