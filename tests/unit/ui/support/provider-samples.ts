import type { AuthorSighting } from '../../../../src/model/author';
import type { NoteSighting } from '../../../../src/model/note';
import { toExactCount } from '../../../../src/model/values/count';
import type { FamilyState } from '../../../../src/model/providers/provider-state';
import type { ProviderFamily } from '../../../../src/model/providers/provider.catalog';
import type { RunReport } from '../../../../src/model/providers/run';

/** An invented id of the site's form. */
export const siteId = (number: number) => `68${String(number).padStart(22, '0')}`;

/** A family without a key, unless said otherwise. */
export function createFamily(family: ProviderFamily, over: Partial<FamilyState> = {}): FamilyState {
  return {
    family,
    state: 'none',
    hasAccess: false,
    used: { thisMinute: 0, today: 0, thisMonth: 0 },
    spentToday: {},
    series: [],
    ...over,
  };
}

export const NO_KEYS = [createFamily('tikhub'), createFamily('justoneapi'), createFamily('parsebot')];

export function createRun(number: number, over: Partial<RunReport> = {}): RunReport {
  return {
    runId: `run-${number}`,
    provider: 'tikhub-app',
    endpoint: '/api/v1/xiaohongshu/app/search_notes',
    at: 1_750_000_000_000 + number,
    billedCalls: 1,
    cost: { USD: 0.01 },
    hasUnknownPrice: false,
    failed: [],
    ...over,
  };
}

export function createSighting(number: number, over: Partial<NoteSighting> = {}): NoteSighting {
  return {
    noteId: siteId(number),
    fields: { title: `Note number ${number}`, type: 'normal' },
    counts: { likes: toExactCount(number) },
    token: { xsecToken: `ABinventedToken${number}=`, xsecSource: 'pc_search' },
    ...over,
  };
}

export function createPerson(number: number, over: Partial<AuthorSighting> = {}): AuthorSighting {
  return {
    id: { kind: 'site', value: siteId(900 + number) },
    fields: { nickname: `Person ${number}` },
    counts: {},
    ...over,
  };
}
