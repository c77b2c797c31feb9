import { readdirSync } from 'node:fs';

/** Every scenario of the examples. */
export const SCENARIOS = readdirSync('examples/scenarios').filter((f) => f.endsWith('.yaml'));
