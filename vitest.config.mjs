import { defineConfig } from 'vitest/config';
import LongestFirst from './test/longestFirst.mjs';

/** Every rule alone, in memory. */
const UNIT = ['test/domain/controls/**/*.test.ts', 'test/policy/**/*.test.ts', 'test/**/*.unit.test.ts'];
/** Whole lives of a case by the rules alone, in memory. */
const LIVES = ['test/{domain,properties}/**/*.test.ts', 'test/**/*.lives.test.ts'];

/** Pages in a browser, before the whole product on servers of its own. */
const BROWSER = ['test/browser/**/*.test.ts'];

/** What all files share, here and in the configurations of other runs. */
export const common = {
  globals: true,
  environment: 'node',
  // So that a test that hangs ends; it says nothing of how long one should take, which a busy machine multiplies.
  testTimeout: 900_000,
  hookTimeout: 900_000,
  // The files of a worker share the modules, which take longer to load than most tests to run.
  isolate: false,
  pool: 'forks',
  sequence: { hooks: 'list' },
  // Titles name their whole example.
  chaiConfig: { truncateThreshold: 0 },
  slowTestThreshold: 10_000,
};

/** A project: the files of one kind. */
export const project = (name, include, exclude = [], more = {}) => ({
  test: { ...common, name, include, exclude, ...more },
});

export default defineConfig({
  test: {
    // Servers are shared and often waited for: three files at a time keep two cores busy.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      project('unit', UNIT),
      project('lives', LIVES, UNIT),
      project('browser', BROWSER, UNIT),
      project('real', ['test/**/*.test.ts'], [...UNIT, ...LIVES, ...BROWSER], {
        globalSetup: ['test/support/real/setup.mjs'],
      }),
    ],
  },
});
