import tseslint from 'typescript-eslint';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: the name a reader clicks is the name of the thing.',
};
const noHtml = {
  selector:
    'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/], JSXAttribute[name.name="dangerouslySetInnerHTML"]',
  message: 'Texts of strangers become text nodes, never markup.',
};
const noBareText = {
  selector: 'JSXText[value=/[A-Za-z\\u4e00-\\u9fff]{2}/]',
  message: 'Every text is a key of src/i18n.',
};
const noSleep = {
  selector: 'CallExpression[callee.property.name="waitForTimeout"]',
  message: 'Wait for a state, never for time.',
};
const noOnly = {
  selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name="only"]',
  message: 'This would hide every other test.',
};
const zodRoot = { name: 'zod', message: "Use 'zod/mini': the full dialect probes `new Function`." };
const noBrowser = {
  group: ['wxt/browser', 'webextension-polyfill'],
  message: 'Only src/platform names the browser.',
};

export default tseslint.config(
  { ignores: ['.wxt', '.output', '.cache', 'node_modules', 'demo-output', 'test-output', 'coverage'] },
  ...tseslint.configs.strict.map((config) => ({ ...config, files: ['**/*.{ts,tsx}'] })),
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-params': ['error', 4],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', noDefaultExport, noHtml, noSleep, noOnly],
      'no-restricted-imports': ['error', { paths: [zodRoot] }],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}'],
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}'],
    ignores: ['src/platform/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [zodRoot], patterns: [noBrowser] }] },
  },
  {
    files: ['**/*.tsx'],
    rules: {
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', noDefaultExport, noHtml, noBareText, noSleep, noOnly],
    },
  },
  {
    // Tools and frameworks that demand a default export.
    files: ['*.config.{ts,js}', 'entrypoints/*.ts', 'entrypoints/**/index.ts', 'eslint.config.js'],
    rules: { 'no-restricted-syntax': ['error', noHtml, noSleep, noOnly] },
  },
);
