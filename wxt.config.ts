import { defineConfig } from 'wxt';
import { leanPageScripts } from './build/lean-page-scripts';
import { createManifest } from './src/manifest';

export default defineConfig({
  srcDir: 'src',
  entrypointsDir: '../entrypoints',
  publicDir: 'src/public',
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'edge', 'firefox'],
  manifest: ({ browser }) => createManifest(browser),
  vite: () => ({
    plugins: [leanPageScripts()],
    resolve: { alias: { react: 'preact/compat', 'react-dom': 'preact/compat' } },
    build: { target: 'es2022' },
  }),
});
