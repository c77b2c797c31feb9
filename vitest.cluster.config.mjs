import { defineConfig } from 'vitest/config';
import { common } from './vitest.config.mjs';

/** A Temporal cluster is not among what every machine has, so its test is no part of `npm test` and of its count. */
export default defineConfig({
  test: { ...common, name: 'cluster', include: ['test/cluster/*.cluster.ts'], maxWorkers: 3 },
});
