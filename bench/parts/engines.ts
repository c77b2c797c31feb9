import type { Ground } from '../ground.js';
import { throughput, timed } from '../measure.js';
import type { Part, Row } from '../part.js';
import { median, spread } from '../stats.js';

const STEPS = 5;
const WARM_UP = 10;
const ROUNDS = 100;
const IN_FLIGHT = 8;
const THROUGHPUT_ROUNDS = 3;
const ROUND_MS = 3_000;

/** The ways in which the procedure is done, by the text that each writes with every step. */
const WAYS = ['temporal', 'dbos', 'plain'] as const;
type Way = (typeof WAYS)[number];

/** What is left of a procedure whose process was killed, and who goes on with it. */
const AFTER_A_KILL: Record<Way, string> = {
  temporal:
    'Temporal after kill -9: keeps the steps that were done, and another worker goes on; the step in hand is done again',
  dbos: 'after kill -9: keeps the steps that were done, and goes on once a process of the same version starts; the step in hand is done again',
  plain:
    'after kill -9: keeps the rows that were written; nothing knows that a procedure was under way, so nobody goes on',
};

const NAMES: Record<Exclude<Way, 'temporal'>, string> = { dbos: 'in DBOS', plain: 'as plain SQL transactions' };

type Done = Record<Way, () => Promise<unknown>>;

/** What an engine costs over plain transactions, and what another engine costs. */
export const engines: Part = {
  name: 'engines',
  about: `the same procedure of ${STEPS} steps in bare Temporal, in DBOS and as plain transactions`,
  async run(ground) {
    const { sql, databaseUrl, temporal } = ground;
    await sql.query('create table if not exists bench_steps (id bigserial primary key, text text not null)');
    const step = (way: Way) => sql.query('insert into bench_steps (text) values ($1)', [way]);
    const taskQueue = 'bench-steps';
    const worker = await ground.bare(taskQueue, { databaseUrl });
    const dbos = await launchDbos(databaseUrl, () => step('dbos'));
    const counted = { temporal: 0, dbos: 0, plain: 0 };
    const next = (way: Way) => `steps-${way}-${++counted[way]}`;
    const ways: Done = {
      temporal: () => temporal.execute('bareSteps', { workflowId: next('temporal'), taskQueue, args: [STEPS] }),
      dbos: () => dbos.procedure(next('dbos')),
      async plain() {
        next('plain');
        for (let i = 0; i < STEPS; i++) await step('plain');
      },
    };
    try {
      const rows = [...(await alone(ground, ways)), ...(await many(ground, ways))];
      await requireOnce(ground, counted);
      return rows;
    } finally {
      await dbos.stop();
      await worker.stop();
    }
  },
};

/** Registers the procedure and launches DBOS, whose tables are in a schema of their own. */
async function launchDbos(databaseUrl: string, step: () => Promise<unknown>) {
  // Loaded here, so that every other part runs without it.
  const { DBOS } = await import('@dbos-inc/dbos-sdk');
  DBOS.setConfig({ name: 'drawbridge-bench', systemDatabaseUrl: databaseUrl, logLevel: 'error' });
  const procedure = DBOS.registerWorkflow(
    async () => {
      for (let i = 0; i < STEPS; i++) await DBOS.runStep(async () => void (await step()), { name: `step-${i}` });
    },
    { name: 'fiveSteps' },
  );
  await DBOS.launch();
  return {
    async procedure(workflowID: string) {
      const handle = await DBOS.startWorkflow(procedure, { workflowID })();
      await handle.getResult();
    },
    stop: () => DBOS.shutdown(),
  };
}

async function alone({ say }: Ground, ways: Done): Promise<Row[]> {
  say('engines, one procedure at a time');
  const took: Record<Way, number[]> = { temporal: [], dbos: [], plain: [] };
  for (let i = -WARM_UP; i < ROUNDS; i++)
    for (const way of WAYS) {
      const ms = await timed(ways[way]);
      if (i >= 0) took[way].push(ms);
    }
  const temporal = spread(took.temporal);
  return (['dbos', 'plain'] as const).flatMap((way) => {
    const own = spread(took[way]);
    return (['p50', 'p99'] as const).map((q) => ({
      figure: `procedure of ${STEPS} steps ${NAMES[way]}, ${q}`,
      ...{ value: own[q], unit: 'ms', beside: { what: 'Temporal, bare', value: temporal[q] } },
      ...(q === 'p50' && { note: AFTER_A_KILL[way] }),
    }));
  });
}

async function many({ say }: Ground, ways: Done): Promise<Row[]> {
  say(`engines, ${IN_FLIGHT} procedures in flight`);
  const took: Record<Way, number[]> = { temporal: [], dbos: [], plain: [] };
  for (let round = 0; round < THROUGHPUT_ROUNDS; round++)
    for (const way of WAYS) took[way].push(await throughput(ROUND_MS, IN_FLIGHT, ways[way]));
  return (['dbos', 'plain'] as const).map((way) => ({
    figure: `procedures a second ${NAMES[way]}, ${IN_FLIGHT} in flight`,
    ...{ value: median(took[way]), unit: '/s', beside: { what: 'Temporal, bare', value: median(took.temporal) } },
    note: AFTER_A_KILL.temporal,
  }));
}

/** Every way has done every step once: what is compared is the same work. */
async function requireOnce({ sql }: Ground, counted: Record<Way, number>): Promise<void> {
  const { rows } = await sql.query<{ way: Way; steps: string }>(
    'select text as way, count(*) as steps from bench_steps group by text',
  );
  for (const way of WAYS) {
    const steps = Number(rows.find((row) => row.way === way)?.steps ?? 0);
    if (steps !== counted[way] * STEPS)
      throw new Error(`${counted[way]} procedures (${way}) wrote ${steps} rows instead of ${counted[way] * STEPS}.`);
  }
}
