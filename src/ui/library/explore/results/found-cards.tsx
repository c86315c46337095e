import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useTexts } from '../../../text-context';
import { TallList } from '../../lists/tall-list';
import type { FoundRow } from '../state/found-row';
import { AuthorCard } from './author-card';
import { NoteCard } from './note-card';
import type { RowChoice } from './row-checkbox';

export interface FoundCardsProps {
  readonly rows: readonly FoundRow[];
  readonly choiceOf: (row: FoundRow) => RowChoice;
  readonly onShowNotes: (userId: string) => void;
}

/** As wide as a note's card is at least, and what lies between two, in pixels; the style sheet says the same. */
const CARD_WIDTH = 188;
const GAP = 16;
/** So many cards stay in the document together, at least. */
const FEW = 60;
const USUAL_HEIGHT = { note: 380, author: 110 };

/** Cards of notes beside each other, in as many columns as there is room for; those of people below each other. */
export function FoundCards({ rows, choiceOf, onShowNotes }: FoundCardsProps) {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const kind = rows[0]?.kind ?? 'note';
  const width = useSignal(0);
  useLayoutEffect(() => {
    if (!box.current) return;
    width.value = box.current.clientWidth;
    const watch = new ResizeObserver(([entry]) => (width.value = entry?.contentRect.width ?? 0));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const columns = kind === 'author' ? 1 : countColumns(width.value);
  const placeOf = (line: number, column: number) => ({ index: line * columns + column, count: rows.length });
  return (
    <div ref={box} role="list" aria-label={t('explore.results')}>
      <TallList
        rows={toLines(rows, columns)}
        keyOf={([first]) => first?.id ?? ''}
        few={Math.ceil(FEW / columns)}
        usualHeight={USUAL_HEIGHT[kind]}
        draw={(line, place) => (
          <div
            class={kind === 'author' ? 'found-people-line' : 'found-cards'}
            style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
          >
            {line.map((row, column) =>
              row.kind === 'note' ? (
                <NoteCard key={row.id} row={row} choice={choiceOf(row)} place={placeOf(place, column)} />
              ) : (
                <AuthorCard
                  key={row.id}
                  author={row.author}
                  choice={choiceOf(row)}
                  place={placeOf(place, column)}
                  onShowNotes={onShowNotes}
                />
              ),
            )}
          </div>
        )}
      />
    </div>
  );
}

/** Two in a narrow window; as many as fit elsewhere. */
function countColumns(width: number): number {
  return Math.max(2, Math.floor((width + GAP) / (CARD_WIDTH + GAP)));
}

function toLines(rows: readonly FoundRow[], columns: number): FoundRow[][] {
  const lines: FoundRow[][] = [];
  for (let from = 0; from < rows.length; from += columns) lines.push(rows.slice(from, from + columns));
  return lines;
}
