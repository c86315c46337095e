const HEART =
  'M12 20.6C6.5 16.4 3 13.2 3 9.2 3 6.3 5.2 4.2 7.9 4.2c1.6 0 3.2.8 4.1 2.1.9-1.3 2.5-2.1 4.1-2.1C18.8 4.2 21 6.3 21 9.2c0 4-3.5 7.2-9 11.4z';
const STAR = 'M12 3.2l2.7 5.6 6.1.8-4.5 4.3 1.1 6.1L12 17l-5.4 3 1.1-6.1L3.200 9.600l6.100-.800z';
const stroke =
  'fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"';

/** Drawn for the replica; the names `like`, `liked`, `collect`, `collected`, `play-s` are the site's. */
const SYMBOLS = {
  like: `<path ${stroke} d="${HEART}"/>`,
  liked: `<path fill="#ff2442" d="${HEART}"/>`,
  collect: `<path ${stroke} d="${STAR}"/>`,
  collected: `<path fill="#fcbd54" stroke="#fcbd54" stroke-width="1.500" stroke-linejoin="round" d="${STAR}"/>`,
  chat: `<path ${stroke} d="M12 4c5 0 9 3.300 9 7.500S17 19 12 19c-.900 0-1.800-.100-2.600-.300L5 20.500l.700-3.600C4 15.500 3 13.600 3 11.500 3 7.300 7 4 12 4z"/>`,
  share: `<path ${stroke} d="M13.500 5l7 6.500-7 6.500v-4C8.500 14 5.500 15.500 3.500 18.500c.500-5 3.500-9 10-9.500z"/>`,
  search: `<circle ${stroke} cx="10.500" cy="10.500" r="6"/><path ${stroke} d="M15 15l5 5"/>`,
  close: `<path ${stroke} d="M6 6l12 12M18 6L6 18"/>`,
  more: '<circle cx="5" cy="12" r="1.700" fill="currentColor"/><circle cx="12" cy="12" r="1.700" fill="currentColor"/><circle cx="19" cy="12" r="1.700" fill="currentColor"/>',
  explore: `<path ${stroke} d="M4 11l8-7 8 7v8.500a.800.800 0 0 1-.800.800H4.800a.800.800 0 0 1-.800-.800z"/><path ${stroke} d="M9.500 15.500h5"/>`,
  bell: `<path ${stroke} d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15zM10 20.500h4"/>`,
  'play-s': '<path fill="currentColor" d="M7 4.500v15l12.500-7.500z"/>',
  'arrow-left': `<path ${stroke} d="M14.500 5L8 12l6.500 7"/>`,
  'arrow-right': `<path ${stroke} d="M9.500 5l6.500 7-6.500 7"/>`,
  live: `<circle ${stroke} cx="12" cy="12" r="8"/><circle cx="12" cy="12" r="3.500" fill="currentColor"/>`,
  emoji: `<circle ${stroke} cx="12" cy="12" r="8.500"/><path ${stroke} d="M8.500 14a4 4 0 0 0 7 0M9 9.500v.100M15 9.500v.100"/>`,
  mention: `<circle ${stroke} cx="12" cy="12" r="3.500"/><path ${stroke} d="M15.500 8.500v5a2.500 2.500 0 0 0 5 0V12a8.500 8.500 0 1 0-3.500 6.900"/>`,
  lock: `<rect ${stroke} x="5.500" y="10.500" width="13" height="9" rx="2"/><path ${stroke} d="M8.500 10.500V8a3.500 3.500 0 0 1 7 0v2.500"/>`,
};

/** The hidden sprite that every `<use>` of the page points to. */
export const SPRITE_HTML = `<div style="display: none;"><svg xmlns="http://www.w3.org/2000/svg">${Object.entries(
  SYMBOLS,
)
  .map(([name, shape]) => `<symbol id="${name}" viewBox="0 0 24 24">${shape}</symbol>`)
  .join('')}</svg></div>`;
