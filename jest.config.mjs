const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  resolver: '<rootDir>/test/resolveSources.cjs',
};
export default {
  // So that a test that hangs ends; it says nothing of how long one should take, which a busy machine multiplies.
  testTimeout: 900_000,
  testSequencer: '<rootDir>/test/longestFirst.mjs',
  // Servers are shared and often waited for: three files at a time keep two cores busy.
  maxWorkers: 3,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/test/domain/controls/**/*.test.ts',
        '<rootDir>/test/policy/**/*.test.ts',
        '<rootDir>/test/**/*.unit.test.ts',
      ],
    },
    {
      ...common,
      // Whole lives of a case by the rules alone, in memory.
      displayName: 'lives',
      testMatch: ['<rootDir>/test/{domain,properties}/**/*.test.ts', '<rootDir>/test/**/*.lives.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/domain/controls/', '\\.unit\\.test\\.ts$'],
    },
    {
      ...common,
      displayName: 'real',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/(domain|policy|properties)/', '\\.(unit|lives)\\.test\\.ts$'],
      globalSetup: '<rootDir>/test/support/real/setup.mjs',
      globalTeardown: '<rootDir>/test/support/real/teardown.mjs',
    },
  ],
};
