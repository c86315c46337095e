import type { Translate } from '../../i18n/t';
import { createLocalTimeFormat } from '../../lib/local-time';
import type { Coverage } from './completeness';
import type { ReportInput } from './create-report';

/** The report in sentences: what the file holds, what was left out and why, whether that is everything. */
export function summarise(input: ReportInput, coverage: Coverage, t: Translate): string[] {
  return [...listContents(input, coverage, t), ...listCoverage(coverage, t), ...listStandings(input, t)];
}

function listContents(input: ReportInput, coverage: Coverage, t: Translate): string[] {
  const { rows, leftOutByFilter, leftOutAsOld, since, request } = input;
  const { topLevel, replies } = coverage;
  const isWhole = rows === coverage.rows;
  const lines = [
    isWhole
      ? t('report.got', { rows, topLevel, replies })
      : t('report.got-part', { rows, stored: coverage.rows }),
  ];
  if (leftOutByFilter > 0) lines.push(t('report.filtered', { count: leftOutByFilter }));
  if (since !== undefined) {
    const time = createLocalTimeFormat(request.timeZone)(since) ?? '';
    lines.push(t('report.old', { count: leftOutAsOld, time }));
  } else if (request.onlyNew === true) lines.push(t('report.first-time'));
  if (request.anonymised === true) lines.push(t('report.anonymised'));
  return lines;
}

function listCoverage(coverage: Coverage, t: Translate): string[] {
  const { expected, state, reason, rows, shortThreads, repliesWithoutRoot, gone } = coverage;
  const lines = [
    expected
      ? t(expected.approximate ? 'report.expected-about' : 'report.expected', { count: expected.raw })
      : t('report.expected-unknown'),
    t(`report.state.${state}`),
  ];
  if (reason) lines.push(t(`report.reason.${reason}`));
  if (rows === 0) lines.push(t('report.empty'));
  if (shortThreads.length > 0) lines.push(t('report.short-threads', { count: shortThreads.length }));
  if (repliesWithoutRoot > 0) lines.push(t('report.orphans', { count: repliesWithoutRoot }));
  if (gone > 0) lines.push(t('report.gone', { count: gone }));
  return lines;
}

function listStandings({ notes }: ReportInput, t: Translate): string[] {
  const standings = new Set(notes.map(({ note }) => note?.standing));
  return [...standings].flatMap((standing) =>
    standing && standing !== 'public' ? [t(`report.standing.${standing}`)] : [],
  );
}
