export const browserKinds = ['chromium', 'firefox'] as const;

/** The two engines the extension is built for and tried in. */
export type BrowserKind = (typeof browserKinds)[number];

/** A browser in which an extension of ours has really answered. */
export interface WorkingBrowser {
  /** Absolute path of the executable. */
  readonly path: string;
  /** As the browser says it, e.g. `156.0.8078.79`. */
  readonly version: string;
}

/** Says whether an extension really runs in this executable; a reason in words when it does not. */
export type BrowserProbe = (
  path: string,
) => Promise<
  { readonly ok: true; readonly version: string } | { readonly ok: false; readonly reason: string }
>;

/** The environment variable by which a person names the browser to use. */
export const overrideVariable: Readonly<Record<BrowserKind, string>> = {
  chromium: 'CHROMIUM_PATH',
  firefox: 'FIREFOX_PATH',
};

/** Oldest versions the extension supports. */
export const minimumVersion: Readonly<Record<BrowserKind, number>> = { chromium: 120, firefox: 140 };
