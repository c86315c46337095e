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
  manifest: ({ browser, mode }) => createManifest(browser, mode === 'full' ? 'full' : 'store'),
  hooks: {
    'config:resolved': ({ config }) => {
      // The folder of a build is named after its mode, the zip is not.
      if (config.mode === 'full') config.zip.artifactTemplate = '{{name}}-{{version}}-{{browser}}-full.zip';
    },
  },
  vite: () => ({
    plugins: [leanPageScripts()],
    resolve: { alias: { react: 'preact/compat', 'react-dom': 'preact/compat' } },
    build: { target: 'es2022' },
  }),
});
