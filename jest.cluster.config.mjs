import base from './jest.config.mjs';

// A Temporal cluster is not among what every machine has, so its test is no part of `npm test` and of its count.
const {
  testMatch: _,
  globalSetup: __,
  globalTeardown: ___,
  ...real
} = base.projects.find(({ displayName }) => displayName === 'real');
export default {
  ...real,
  displayName: 'cluster',
  testMatch: ['<rootDir>/test/cluster/*.cluster.ts'],
  testPathIgnorePatterns: [],
};
