import type { OperationInput } from '../../model/providers/operation';

type Input = OperationInput<'search.notes'>;

/** The words of both series of the app (TikHub OpenAPI V5.3.2, 2026-03). */
const SORTS = {
  general: 'general',
  newest: 'time_descending',
  'most-liked': 'popularity_descending',
  'most-commented': 'comment_descending',
  'most-collected': 'collect_descending',
} as const;
const TYPES = { all: '不限', image: '普通笔记', video: '视频笔记', live: '直播笔记' } as const;
const TIMES = { any: '不限', day: '一天内', week: '一周内', 'half-year': '半年内' } as const;

export const toSearchFilters = ({ sort = 'general', type = 'all', time = 'any' }: Input) => ({
  sort: SORTS[sort],
  type: TYPES[type],
  time: TIMES[time],
});
