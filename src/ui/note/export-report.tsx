import type { ExportReport as Report } from '../../model/exports/export-report';
import { toSourceNames } from '../jobs/to-job-words';
import { formatAmounts } from '../providers/format-amounts';
import { useTexts } from '../text-context';
import { toFilterWords } from './to-filter-words';
import './export-report.css';

/** How complete a file is: in sentences, then what was got of what, thread by thread where something is missing. */
export function ExportReport({ report }: { report: Report }) {
  const texts = useTexts();
  const { t } = texts;
  const { comments, selection, calls, duplicates, sources, created } = report;
  const isCut = comments.shortThreads.length > 0;
  const cost = calls && (formatAmounts(calls.cost, texts) ?? (calls.hasUnknownPrice ? '?' : '0'));
  const lines: readonly (readonly [string, string | undefined])[] = [
    [t('report.line.comments'), toShare(comments.got, comments.expected?.raw)],
    [t('report.line.replies'), toShare(comments.replies.got, comments.replies.expected?.raw)],
    [t('report.line.duplicates'), duplicates.dropped === null ? undefined : String(duplicates.dropped)],
    [
      t('report.line.sources'),
      sources
        .map(({ source, rows }) => `${toSourceNames([source], texts) ?? source} (${rows})`)
        .join(' · ') || undefined,
    ],
    [t('report.line.failed'), calls ? String(calls.failed) : undefined],
    [t('report.line.cost'), calls ? `${calls.billed} · ${cost}` : undefined],
    [t('report.line.span'), toSpan(created.from, created.to)],
    [
      t('report.line.filters'),
      selection.filters ? toFilterWords(selection.filters, texts) : t('report.line.no-filters'),
    ],
    [t('report.line.anonymised'), t(selection.anonymised ? 'report.line.yes' : 'report.line.no')],
  ];
  return (
    <details class="disclosure export-report-details">
      <summary>{t('report.title')}</summary>
      <ul class="plain-list small">
        {[...report.summary, ...report.risks].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <dl class="report-lines small">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? t('report.line.unknown')}</dd>
          </div>
        ))}
      </dl>
      {isCut && (
        <>
          <p class="small soft">{t('report.line.threads')}</p>
          <ul class="plain-list tiny report-threads">
            {comments.shortThreads.map(({ rootCommentId, got, expected, reason }) => (
              <li key={rootCommentId}>
                <code>{rootCommentId}</code> {toShare(got, expected?.raw)} · {t(`report.reason.${reason}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

const toShare = (got: number, expected: string | undefined) =>
  expected === undefined ? `${got} / ?` : `${got} / ${expected}`;

const toDay = (time: string) => time.slice(0, 10);

function toSpan(from: string | null, to: string | null): string | undefined {
  return from === null || to === null ? undefined : `${toDay(from)} – ${toDay(to)}`;
}
