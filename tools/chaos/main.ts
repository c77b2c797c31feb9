import { parseArgs } from 'node:util';
import { owedOf } from './counts.js';
import { run } from './run.js';
import { tableOf } from './table.js';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '900' },
    kills: { type: 'string', default: '200' },
    seed: { type: 'string' },
    stop: { type: 'string', default: '60' },
    minutes: { type: 'string' },
    naive: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);

/** A naive variant in which less is found proves that the harness is blind. */
const NAIVE_FAULTS_MIN = 100;

const onProgress = (line: string) => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
// Servers end with this process when it ends by itself.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const report = await run({
  seed,
  cases: Number(values.cases),
  seconds: Number(values.seconds),
  longestStopS: Number(values.stop),
  ...(values.minutes !== undefined && { minutes: Number(values.minutes) }),
  naive: values.naive,
  onProgress,
});
process.stdout.write(`${values.json ? JSON.stringify(report) : tableOf(report)}\n`);
const found = Object.values(report.faults).flat();
for (const one of Object.entries(report.faults)) process.stderr.write(`${one[0]}: ${one[1].slice(0, 5).join('; ')}\n`);
const begun = report.cases < Number(values.cases) ? [`onboardings: ${report.cases} of ${values.cases}`] : [];
const owed = values.naive ? [] : [...begun, ...owedOf(report.counts, Number(values.kills))];
for (const one of owed) process.stdout.write(`Too little was done: ${one}\n`);
const good = values.naive ? found.length >= NAIVE_FAULTS_MIN : found.length === 0 && owed.length === 0;
process.stdout.write(
  `${good ? 'As it must be' : 'NOT as it must be'}: ${owed.length > 0 ? 'too little was done, ' : ''}${found.length} faults found, seed ${report.seed}.\n`,
);
process.exit(good ? 0 : 1);
