export function noteContainerHtml(note: object, now: number): string;
export const CLOSE_HTML: string;
