/** Projects by what they need: pure and server tests in node; the compiled mini-program in jsdom. */
const swc = {
  '^.+\\.(t|j)sx?$|^.+\\.mjs$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
      module: { type: 'commonjs' },
    },
  ],
}
const node = {
  testEnvironment: 'node',
  transform: swc,
  // ESM-only packages that jest has to translate
  transformIgnorePatterns: [
    '/node_modules/(?!(file-type|strtok3|token-types|uint8array-extras|@tokenizer|mingo|uqr|@borewit)/)',
  ],
  moduleNameMapper: {
    '^@shared/(.*)$': '<rootDir>/shared/$1',
    // exported for import only, while jest requires
    '^file-type$': '<rootDir>/node_modules/file-type/index.js',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.cache/'],
}
module.exports = {
  projects: [
    {
      ...node,
      displayName: 'unit',
      testMatch: ['<rootDir>/{shared,cloudfunctions,local-cloud,config,miniprogram}/**/*.test.ts'],
    },
    { ...node, displayName: 'conformance', testMatch: ['<rootDir>/tests/conformance/**/*.test.ts'] },
    { ...node, displayName: 'operations', testMatch: ['<rootDir>/tests/operations/**/*.test.ts'] },
    { ...node, displayName: 'browser', testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'] },
    {
      displayName: 'weapp',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/weapp/**/*.test.js'],
      transform: {},
    },
  ],
}
