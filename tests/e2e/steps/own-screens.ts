/** The pages of the extension that are opened in a tab, screen by screen. */
export const OWN_SCREENS: readonly string[] = [
  'welcome.html',
  ...['general', 'providers', 'spending', 'acting', 'stored', 'about'].map((name) => `options.html#${name}`),
  ...['explore', 'notes', 'comments', 'people', 'topics', 'act', 'templates', 'jobs', 'costs', 'space'].map(
    (name) => `library.html#${name}`,
  ),
];
