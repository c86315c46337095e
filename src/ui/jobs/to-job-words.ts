import type { ErrorReport } from '../../model/errors';
import type { Job } from '../../model/jobs/job';
import { CURRENCIES, type Amounts } from '../../model/providers/price';
import { PROVIDER_ERROR_KINDS } from '../../model/providers/provider-error';
import { PROVIDER_IDS, PROVIDERS } from '../../model/providers/provider.catalog';
import { formatComing, formatDuration } from '../format/format-time';
import { formatList } from '../format/format-list';
import { formatAmounts, formatPrice } from '../providers/format-amounts';
import { toAmountWords } from '../providers/cost-note';
import type { Texts } from '../text-context';
import type { JobEstimate } from './state/use-job-estimate';
import type { Pace } from './state/measure-pace';

/** "about 95 calls · about $0.95 · TikHub App V2 is asked first": what a press costs. */
export function toJobCostWords(estimate: JobEstimate, { t, language }: Texts): string {
  const { calls, cost, isGuess, provider, fitsBudget } = estimate;
  return [
    t(isGuess ? 'jobs.cost-calls-about' : 'providers.cost-calls', { calls }),
    toAmountWords(cost, { t, language }),
    provider && t('providers.cost-by', { provider: PROVIDERS[provider].label }),
    !fitsBudget && t('jobs.cost-over'),
  ]
    .filter((part) => typeof part === 'string')
    .join(' · ');
}

/** "$0.31 of $2.00 spent": what a job has cost, beside the most it may, where there is such a limit. */
export function toSpentWords({ progress }: Pick<Job, 'progress'>, budget: Amounts, texts: Texts): string {
  const { t } = texts;
  const { cost, hasUnknownPrice } = progress;
  const spent = CURRENCIES.flatMap((currency) => {
    const amount = cost[currency];
    if (amount === undefined || amount === 0) return [];
    const limit = budget[currency];
    const words = formatPrice({ currency, amount }, texts);
    return [
      limit === undefined
        ? t('jobs.spent', { amount: words })
        : t('jobs.spent-of', { amount: words, budget: formatPrice({ currency, amount: limit }, texts) }),
    ];
  });
  const unknown = hasUnknownPrice ? [t('jobs.spent-unknown')] : [];
  const all = [...spent, ...unknown];
  return all.length === 0 ? t('jobs.nothing-spent') : all.join(' · ');
}

/** "12 a second · about 0:50 left". */
export function toPaceWords({ perSecond, leftMs }: Pace, { t }: Texts): string {
  const isFast = perSecond >= 1;
  const rate = isFast
    ? t('jobs.rate-second', { rate: Math.round(perSecond) })
    : t('jobs.rate-minute', { rate: Math.round(perSecond * 60) });
  return leftMs === undefined
    ? rate
    : `${rate} · ${t('jobs.left', { left: formatDuration(Math.ceil(leftMs / 1_000)) })}`;
}

/** "310 of 944"; where nobody says how many there are, the rows alone. */
export function toRowWords({ progress }: Pick<Job, 'progress'>, { t }: Texts): string {
  const { rows, expectedRows } = progress;
  return expectedRows === undefined
    ? t('jobs.rows', { rows })
    : t('jobs.rows-of', { rows, expected: Math.max(expectedRows, rows) });
}

/** Who has brought the rows: "the page, TikHub App V2"; nothing where nobody has yet. */
export function toSourceNames(sources: readonly string[], { t, language }: Texts): string | undefined {
  const names = [
    ...(sources.includes('page') ? [t('jobs.source-page')] : []),
    ...PROVIDER_IDS.filter((id) => sources.includes(id)).map((id) => PROVIDERS[id].label),
  ];
  return names.length === 0 ? undefined : formatList(names, language);
}

/** The state of a job; until when, where it waits. */
export function toStateWords(
  { kind, state, notBefore }: Pick<Job, 'kind' | 'state' | 'notBefore'>,
  { t, language }: Texts,
): string {
  if (state !== 'waiting' || notBefore === undefined) return t(`jobs.state-${state}`);
  const when = formatComing(notBefore, Date.now(), language);
  return t(kind === 'watch-note' ? 'jobs.looks-at' : 'jobs.waits-until', { when });
}

/** Why a job, or a part of it, does not go on; of providers that all failed what the last one said. */
export function toReasonOf({ code, details }: ErrorReport, { t }: Texts): string {
  if (code !== 'providers-failed') return t(`error.${code}`);
  const kind = PROVIDER_ERROR_KINDS.find((one) => one === details['kind']);
  if (kind === undefined) return t('providers.failed-title');
  return t('jobs.provider-said', { reason: t(`providers.kind-${kind}`) });
}

/** "$0.95"; absent where it was free. */
export const toCostOf = ({ progress }: Pick<Job, 'progress'>, texts: Texts): string | undefined =>
  formatAmounts(progress.cost, texts);

/** What a job is about and what it does: "A title · Collect all comments". */
export function toJobTitle({ kind, title }: Pick<Job, 'kind' | 'title'>, { t }: Texts): string {
  const name = t(`jobs.kind-${kind}`);
  return title === undefined ? name : `${title} · ${name}`;
}
