/**
 * Switches with which every Chromium of the tests and the demo starts: no first-run pages, no traffic of the
 * browser's own. Root may not start it with a sandbox (Chromium 156 says so and ends).
 */
export function chromiumSwitches(): readonly string[] {
  return [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}
