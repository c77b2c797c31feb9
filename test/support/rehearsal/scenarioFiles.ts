import { readdirSync } from 'node:fs';

/** Every scenario of the examples. */
export const SCENARIOS = readdirSync('examples/scenarios').filter((f) => f.endsWith('.yaml'));

/** Chosen for the variety of their effects and ends. */
const RICHEST = ['paused-rescoped-walked.yaml', 'worker-killed.yaml'];

/** Scenarios that are played in short runs, which hand over all the time; all of them when `SHORT_RUNS=all`. */
export const SHORT_RUNS = process.env.SHORT_RUNS === 'all' ? SCENARIOS : RICHEST;

/** Every second one of the others, from the first or the second on: two files of tests play them side by side. */
export const everySecond = (from: 0 | 1): string[] =>
  SCENARIOS.filter((file) => !RICHEST.includes(file)).filter((_, i) => i % 2 === from);
