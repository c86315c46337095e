/** Browsers by how they name themselves in the user agent; the first that fits, since each also names its base. */
const NAMES = [
  ['Edge', /\bEdg\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Firefox', /\bFirefox\/(\d+)/],
  ['Chromium', /\bChrom(?:e|ium)\/(\d+)/],
] as const;

/** Name and main version of the browser, e.g. `Edge 140`; `unknown` where it does not say. */
export function describeBrowser(userAgent: string): string {
  for (const [name, pattern] of NAMES) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return `${name} ${version}`;
  }
  return 'unknown';
}
