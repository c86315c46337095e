import type { Plugin } from 'vite';

/** The scripts that are put into pages. Every byte of them costs every page of the site time. */
const PAGE_SCRIPTS = /[\\/]entrypoints[\\/](?:page|observer|looking|loading|acting)\.ts$/;

/** What entry points are wrapped in; in a page only its type is of use. */
const WRAPPER = 'wxt/utils/define-unlisted-script';
const BARE_WRAPPER = '\0bare-unlisted-script';

/** What both of them run at once is compiled at once: told so, V8 reads it only one time (Chromium 136 and later). */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Leaves WXT's wrapper out of the page scripts (it is larger than the observer and only writes to the console of
 * development builds), and asks the browser to compile the two that run in every page in one go.
 */
export function leanPageScripts(): Plugin {
  return {
    name: 'lean-page-scripts',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === WRAPPER && PAGE_SCRIPTS.test(importer ?? '') ? BARE_WRAPPER : null,
    load: (id) =>
      id === BARE_WRAPPER ? 'export const defineUnlistedScript = (definition) => definition;' : null,
    transform(code, id) {
      const script = /import definition from "([^"]+)"/.exec(code)?.[1];
      if (!id.includes('wxt-unlisted-script-entrypoint') || !script || !PAGE_SCRIPTS.test(script))
        return null;
      return { code: `import definition from ${JSON.stringify(script)};\ndefinition.main();`, map: null };
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        const isHinted = file.type === 'chunk' && /^(?:page|observer)\.js$/.test(file.fileName);
        if (isHinted) file.code = COMPILE_HINT + file.code;
      }
    },
  };
}
