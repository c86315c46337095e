import type { Observation } from '../values/observation';

/** Values by field name, and for each where it was last seen. */
export interface ObservedFields {
  readonly values: Readonly<Record<string, unknown>>;
  readonly observed: Readonly<Record<string, Observation>>;
}

/** How two values of one field become one, the second one newer; the newer one unless said otherwise. */
export type FieldMerge = (older: unknown, newer: unknown) => unknown;

/**
 * Takes over what a source told at one moment, field by field: the newest observation wins, whatever came first to
 * us; `undefined` is unknown and changes nothing; `null` is known to be nothing and counts as a value. A field whose
 * old value outlives the merge (an exact count inside a newer rough one) keeps its old observation.
 */
export function mergeFields(
  stored: ObservedFields,
  seen: Readonly<Record<string, unknown>>,
  observation: Observation,
  merges: Readonly<Record<string, FieldMerge>> = {},
): { values: Record<string, unknown>; observed: Record<string, Observation> } {
  const values = new Map(Object.entries(stored.values));
  const observed = new Map(Object.entries(stored.observed));
  for (const [field, value] of Object.entries(seen)) {
    if (value === undefined) continue;
    const before = values.get(field);
    const at = observed.get(field)?.at;
    const merge = (Object.hasOwn(merges, field) ? merges[field] : undefined) ?? ((_older, newer) => newer);
    const isNewer = at === undefined || at <= observation.at;
    const merged = isNewer ? merge(before, value) : merge(value, before);
    if (merged === undefined) continue;
    values.set(field, merged);
    // Seen again now, or an older exact value that outlives the newer rough one: either way its moment counts.
    const isFromThis = isNewer ? merged !== before || before === value : merged === value;
    if (isFromThis) observed.set(field, observation);
  }
  return { values: Object.fromEntries(values), observed: Object.fromEntries(observed) };
}
