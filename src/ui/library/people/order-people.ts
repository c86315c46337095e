import type { KeptPerson } from './create-people-store';

export const PEOPLE_ORDERS = ['seen', 'fans', 'kept'] as const;
export type PeopleOrder = (typeof PEOPLE_ORDERS)[number];

const KEYS: Record<PeopleOrder, (person: KeptPerson) => number> = {
  seen: ({ author }) => author.lastSeenAt,
  // Whose number is not known comes last.
  fans: ({ author }) => author.counts.fans?.value ?? -1,
  kept: ({ keptNotes }) => keptNotes,
};

/** From much to little, from new to old; what is equal stays as it stood. */
export function orderPeople(people: readonly KeptPerson[], order: PeopleOrder): readonly KeptPerson[] {
  const keyOf = KEYS[order];
  return [...people].sort((a, b) => keyOf(b) - keyOf(a));
}
