export interface CardPlace {
  readonly page: 'explore' | 'search' | 'profile' | 'board';
  readonly ownerId?: string;
  readonly tab?: string;
}
export function cardHtml(item: object, index: number, place: CardPlace): string;
export function cardHref(item: object, place: CardPlace): string;
