import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { chinesePunctuation } from './config/lint/chinese-punctuation.mjs'

/** Rules that keep the layers and habits of docs/decisions: see each message. */
const clockRule = {
  selector:
    "CallExpression[callee.object.name='Date'][callee.property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'The clock is read in the kernel only: take `now` as a parameter.',
}
const collectionRule = {
  selector: "CallExpression[callee.name='collection']",
  message: 'Collections are declared in a store.ts or a …-store.ts only.',
}

export default tseslint.config(
  { ignores: ['node_modules/**', 'dist/**', '.data/**', '.cache/**', 'coverage/**'] },
  js.configs.recommended,
  {
    plugins: { chinese: { rules: { punctuation: chinesePunctuation } } },
    rules: { 'chinese/punctuation': 'error' },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
      },
    },
  },
  {
    files: ['shared/**/*.ts', 'cloudfunctions/**/*.ts'],
    ignores: ['cloudfunctions/kernel/clock.ts', '**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', clockRule] },
  },
  {
    files: ['cloudfunctions/**/*.ts'],
    ignores: ['**/store.ts', '**/*-store.ts', 'cloudfunctions/kernel/**', '**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', clockRule, collectionRule] },
  },
  { files: ['miniprogram/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    files: ['miniprogram/**/*.{ts,tsx}'],
    ignores: [
      'miniprogram/platform/**',
      'miniprogram/cloud/**',
      'miniprogram/pages/**',
      'miniprogram/packages/**',
      'miniprogram/app.tsx',
    ],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '@tarojs/taro', message: 'WeChat abilities live in platform/; components stay pure.' }] },
      ],
    },
  },
  {
    files: ['config/commands/**', 'local-cloud/**', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'tests/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
)
