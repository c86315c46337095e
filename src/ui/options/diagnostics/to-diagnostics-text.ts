import type { Problem } from '../../../model/problems/problem';
import type { Settings } from '../../../model/settings';
import type { StoredAmount } from '../use-stored-amount';

export interface Diagnostics {
  readonly version: string;
  readonly browser: string;
  readonly browserLanguage: string;
  readonly settings: Settings;
  /** Absent when it could not be measured. */
  readonly stored: StoredAmount | undefined;
  /** Newest first. */
  readonly problems: readonly Problem[];
}

/**
 * A text to paste into a report: what runs where, the settings that change what it does, how much is stored, and the
 * problems. Always in the same words, so that those who read reports can compare them.
 */
export function toDiagnosticsText(known: Diagnostics): string {
  const { settings, stored, problems } = known;
  const kinds = Object.entries(settings.capture).flatMap(([kind, isOn]) => (isOn ? [kind] : []));
  const { loading, csv } = settings;
  return [
    `Hongshu Companion ${known.version}`,
    `browser: ${known.browser}, ${known.browserLanguage}`,
    `language: ${settings.language}, theme: ${settings.theme}`,
    `consent: ${settings.consent ? 'yes' : 'no'}, paused: ${settings.paused ? 'yes' : 'no'}`,
    `kept: ${kinds.join(', ') || 'nothing'}`,
    `loading: ${loading.minPauseMs}-${loading.maxPauseMs} ms, ${loading.maxSteps} steps`,
    `csv: ${csv.preset}${csv.withNoteColumns ? ', note columns' : ''}`,
    stored
      ? `stored: ${stored.notes} notes, ${stored.comments} comments, ${stored.authors} profiles, ${stored.usedBytes ?? '?'} bytes`
      : 'stored: ?',
    `problems: ${problems.length}`,
    ...problems.map(toLine),
    '',
  ].join('\n');
}

function toLine({ at, code, where, missing, failure, times }: Problem): string {
  const what = missing ?? (failure ? `${failure.name}: ${failure.message}` : '');
  const head = [new Date(at).toISOString(), `${code} (${where})`, what, times > 1 ? `x${times}` : ''];
  const frames = (failure?.frames ?? []).map((frame) => `    ${frame}`);
  return [`- ${head.filter((part) => part !== '').join(' ')}`, ...frames].join('\n');
}
