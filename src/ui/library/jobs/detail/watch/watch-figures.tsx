import { useSignal } from '@preact/signals';
import type { Job } from '../../../../../model/jobs/job';
import type { NoteSnapshot } from '../../../../../model/note';
import { Moment } from '../../../../content/moment';
import { Button } from '../../../../controls/button';
import { Segmented } from '../../../../controls/segmented';
import { formatCount } from '../../../../format/format-count';
import { formatMoment } from '../../../../format/format-time';
import { AsyncView } from '../../../../surfaces/async-view';
import { Card } from '../../../../surfaces/card';
import { useTexts } from '../../../../text-context';
import type { ListColumn } from '../../../lists/list-column';
import { toSourceName } from '../../../lists/to-source-name';
import { useSaveList } from '../../../lists/use-save-list';
import { toChartLine } from './to-chart-line';
import { useFigures } from './use-figures';

const COUNTS = ['likes', 'collects', 'comments', 'shares'] as const;
type CountName = (typeof COUNTS)[number];

/** What a watch has seen: the counts over time as a line, as a table, and as a file. */
export function WatchFigures({ job }: { job: Job }) {
  const { t } = useTexts();
  const figures = useFigures(job);
  const save = useSaveFigures();
  const rows = figures.state === 'ready' ? figures.value : [];
  return (
    <Card
      title={t('watching.figures')}
      action={
        <Button size="small" icon="download" disabled={rows.length === 0} onClick={() => save(rows)}>
          {t('explore.export-csv')}
        </Button>
      }
    >
      <AsyncView of={figures} empty={null} lines={4}>
        {(seen) =>
          seen.length === 0 ? (
            <p class="small soft" role="status">
              {t('watching.figures-none')}
            </p>
          ) : (
            <div class="stack">
              <FigureChart figures={seen} />
              <FigureTable figures={seen} />
            </div>
          )
        }
      </AsyncView>
    </Card>
  );
}

function useSaveFigures() {
  const { t } = useTexts();
  const saveList = useSaveList();
  const columns: ListColumn<NoteSnapshot>[] = [
    { id: 'note_id', cell: ({ noteId }) => noteId },
    { id: 'found_at', cell: ({ at }) => new Date(at).toISOString() },
    ...COUNTS.map((name) => ({ id: name, cell: ({ counts }: NoteSnapshot) => counts[name]?.value })),
    { id: 'source', cell: ({ source }) => source },
  ];
  return (rows: readonly NoteSnapshot[]) =>
    void saveList(
      { name: 'figures', columns, rows, headerOf: (id) => t(`explore.column-${id as 'title'}`) },
      'csv',
    );
}

function FigureChart({ figures }: { figures: readonly NoteSnapshot[] }) {
  const { t, language } = useTexts();
  const name = useSignal<CountName>('likes');
  const points = figures.flatMap(({ at, counts }) => {
    const count = counts[name.value];
    return count ? [{ at, value: count.value }] : [];
  });
  const line = toChartLine(points);
  const inWords = (value: number) => new Intl.NumberFormat(language).format(value);
  const [first, last] = [points[0], points.at(-1)];
  return (
    <div class="stack stack-tight">
      <div>
        <Segmented
          label={t('watching.count')}
          value={name.value}
          options={COUNTS.map((value) => ({ value, label: t(`note.${value}`) }))}
          onChange={(value) => (name.value = value)}
        />
      </div>
      {line && first && last ? (
        <figure class="figure-chart">
          <svg
            viewBox="-2 -2 104 44"
            preserveAspectRatio="none"
            role="img"
            aria-label={t('watching.chart', {
              count: t(`note.${name.value}`),
              from: inWords(first.value),
              to: inWords(last.value),
            })}
          >
            <polyline points={line.points} vector-effect="non-scaling-stroke" />
          </svg>
          <figcaption class="row row-between tiny soft">
            <span>{formatMoment(first.at, language)}</span>
            <span>
              {line.low === line.high
                ? inWords(line.low)
                : t('watching.span', { low: inWords(line.low), high: inWords(line.high) })}
            </span>
            <span>{formatMoment(last.at, language)}</span>
          </figcaption>
        </figure>
      ) : (
        <p class="small soft">{t('watching.chart-none')}</p>
      )}
    </div>
  );
}

function FigureTable({ figures }: { figures: readonly NoteSnapshot[] }) {
  const texts = useTexts();
  const { t, language } = texts;
  return (
    <div class="people-preview figure-table" tabIndex={0} role="region" aria-label={t('watching.table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('watching.when')}</th>
            {COUNTS.map((name) => (
              <th scope="col" key={name} class="figure-number">
                {t(`note.${name}`)}
              </th>
            ))}
            <th scope="col">{t('library.column-source')}</th>
          </tr>
        </thead>
        <tbody>
          {[...figures].reverse().map(({ at, counts, source }) => (
            <tr key={at}>
              <td>
                <Moment at={at} />
              </td>
              {COUNTS.map((name) => (
                <td key={name} class="figure-number">
                  {counts[name] ? formatCount(counts[name], language) : '\u2013'}
                </td>
              ))}
              <td>{toSourceName(source, texts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
