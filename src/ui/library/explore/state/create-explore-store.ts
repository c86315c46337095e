import { signal, type ReadonlySignal } from '@preact/signals';
import { omitUndefined } from '../../../../lib/omit-undefined';
import { toAppError, type AppError } from '../../../../model/errors';
import type { WayOn } from '../../../../model/providers/operation-output';
import type { RunReport } from '../../../../model/providers/run';
import type { Ports } from '../../../shell/ports';
import { EMPTY, LOADING, toFailed, type Async } from '../../../stores/async';
import { toFoundAuthor, toFoundNote, type FoundRow } from './found-row';
import { toNextPage, type ListQuestion } from './list-question';

/** A list as far as it was read. */
export interface Found {
  readonly question: ListQuestion;
  readonly rows: readonly FoundRow[];
  readonly runs: readonly RunReport[];
  /** Absent: the list ends here. */
  readonly nextCursor?: string;
  /** It does not end by itself: its source says that more follow, and gives no way to them. */
  readonly isBrokenOff: boolean;
  /** Rows of the last page that were not there before. */
  readonly lastAdded: number;
}

export interface ExploreStore {
  /** `empty`: nothing was asked yet. A list without rows is `ready`. */
  readonly found: ReadonlySignal<Async<Found>>;
  /** Of one more page: whether it is asked for now, and why the last one did not come. */
  readonly more: ReadonlySignal<{ readonly isBusy: boolean; readonly error?: AppError }>;
  /** Asks anew. `agreed`: the user has seen what it may cost. */
  ask(question: ListQuestion, agreed: boolean): Promise<void>;
  /** The same question again, after something that stood in its way is gone. */
  askAgain(agreed: boolean): Promise<void>;
  askMore(agreed: boolean): Promise<void>;
}

interface Page {
  readonly rows: readonly FoundRow[];
  readonly run: RunReport;
  readonly wayOn: WayOn;
}

/** Lists of notes or people, read page by page. An answer that comes after a newer question was asked is dropped. */
export function createExploreStore(ports: Pick<Ports, 'client'>): ExploreStore {
  const found = signal<Async<Found>>(EMPTY);
  const more = signal<{ isBusy: boolean; error?: AppError }>({ isBusy: false });
  let asked: ListQuestion | undefined;
  let turn = 0;

  const ask = async (question: ListQuestion, agreed: boolean) => {
    const mine = ++turn;
    asked = question;
    found.value = LOADING;
    more.value = { isBusy: false };
    let next: Async<Found>;
    try {
      const page = await readPage(ports, question, agreed);
      next = { state: 'ready', value: append(undefined, question, page) };
    } catch (thrown) {
      next = toFailed(thrown);
    }
    if (mine === turn) found.value = next;
  };
  return {
    found,
    more,
    ask,
    askAgain: async (agreed) => {
      if (asked) await ask(asked, agreed);
    },
    async askMore(agreed) {
      const now = found.value;
      if (now.state !== 'ready' || now.value.nextCursor === undefined || more.value.isBusy) return;
      const mine = turn;
      const { question, nextCursor } = now.value;
      more.value = { isBusy: true };
      try {
        const page = await readPage(ports, toNextPage(question, nextCursor), agreed);
        if (mine !== turn) return;
        found.value = { state: 'ready', value: append(now.value, question, page) };
        more.value = { isBusy: false };
      } catch (thrown) {
        if (mine === turn) more.value = { isBusy: false, error: toAppError(thrown) };
      }
    },
  };
}

async function readPage(
  ports: Pick<Ports, 'client'>,
  question: ListQuestion,
  agreed: boolean,
): Promise<Page> {
  if (question.operation === 'search.authors') {
    const { authors, run, ...wayOn } = await ports.client('explore.authors', { ...question.input, agreed });
    const rows = authors.map((author) => toFoundAuthor(author, run));
    return { rows, run, wayOn: omitUndefined(wayOn) };
  }
  const { notes, run, ...wayOn } = await ports.client('explore.notes', { wanted: question, agreed });
  return { rows: notes.map((note) => toFoundNote(note, run)), run, wayOn: omitUndefined(wayOn) };
}

/** Providers repeat rows over pages; a page of nothing but such rows, or a cursor that does not move, is the end. */
function append(before: Found | undefined, question: ListQuestion, page: Page): Found {
  const known = new Set(before?.rows.map((row) => row.id));
  const fresh: FoundRow[] = [];
  for (const row of page.rows) {
    if (known.has(row.id)) continue;
    known.add(row.id);
    fresh.push(row);
  }
  const { nextCursor, brokenOff } = page.wayOn;
  const isMoving = nextCursor !== undefined && nextCursor !== before?.nextCursor && fresh.length > 0;
  return {
    question,
    rows: [...(before?.rows ?? []), ...fresh],
    runs: [...(before?.runs ?? []), page.run],
    lastAdded: fresh.length,
    isBrokenOff: brokenOff !== undefined,
    ...(isMoving ? { nextCursor } : {}),
  };
}
