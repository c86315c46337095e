export interface PlaceCount {
  readonly place: string;
  readonly count: number;
}

/** Places with how often they occur, most first, equal ones by name; what is not known is left out. */
export function rankPlaces(places: Iterable<string | undefined>): PlaceCount[] {
  const counts = new Map<string, number>();
  for (const place of places) {
    if (place !== undefined && place !== '') counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts]
    .map(([place, count]) => ({ place, count }))
    .sort((a, b) => b.count - a.count || (a.place < b.place ? -1 : 1));
}
