const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};
export default {
  testTimeout: 60_000,
  // Servers are shared and mostly waited for: two files at a time keep two cores busy.
  maxWorkers: 2,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/{domain,policy}/**/*.test.ts', '<rootDir>/test/**/*.unit.test.ts'],
    },
    {
      ...common,
      displayName: 'real',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/(domain|policy)/', '\\.unit\\.test\\.ts$'],
      globalSetup: '<rootDir>/test/real/setup.mjs',
      globalTeardown: '<rootDir>/test/real/teardown.mjs',
    },
  ],
};
