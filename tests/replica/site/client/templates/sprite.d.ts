export const SPRITE_HTML: string;
