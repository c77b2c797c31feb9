import { randomUUID } from 'node:crypto';
import { contentHash } from '../../../domain/hash.js';
import { sealEntry } from '../../../evidence/chain.js';
import type { Head } from '../../../evidence/ledger.js';
import type { AppendInput, Store } from '../../../store/contract.js';
import { CONNECTIONS, type Ground } from '../ground.js';
import { throughput, timed } from '../measure.js';
import { collectGarbage } from '../memory.js';
import type { Part, Row } from '../part.js';
import { openCase } from '../scene.js';
import { median } from '../stats.js';

const CLIENTS = 16;
const ROUNDS = 3;
const ROUND_MS = 3_000;
const ROWS = { default: 100_000, full: 1_000_000 };
const BATCH = 5_000;
/** Time between two looks at the memory of a verification, milliseconds: at all that is used, and at what lives, for which garbage is collected first. */
const LOOK_EVERY_MS = { used: 10, live: 100 };
const AT = '2026-09-01T08:00:00.000Z';
const ACTOR = { personId: 'p-aaaaaaaaaaaaaaaa', role: 'procurement' } as const;

/** The ledger without the engine. */
export const ledger: Part = {
  name: 'ledger',
  about: `appends a second with ${CLIENTS} clients, and verification`,
  async run(ground, scale) {
    return [await appends(ground), ...(await verification(ground, ROWS[scale]))];
  },
};

async function appends({ store, sql, say }: Ground): Promise<Row> {
  say('ledger: appends');
  await sql.query('create table if not exists bench_rows (id bigserial primary key, text text not null)');
  const heads: { caseId: string; head: Head }[] = [];
  for (let i = 0; i < CLIENTS; i++) heads.push(await opened(store, `ledger-${i}`));
  const took = { append: [] as number[], insert: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    const free = [...heads];
    took.append.push(
      await throughput(ROUND_MS, CLIENTS, async () => {
        const one = free.pop()!;
        one.head = await append(store, one.caseId, one.head, refusal('An act that was refused.'));
        free.push(one);
      }),
    );
    took.insert.push(
      await throughput(ROUND_MS, CLIENTS, () =>
        sql.query('insert into bench_rows (text) values ($1)', ['x'.repeat(400)]),
      ),
    );
  }
  return {
    figure: `ledger appends a second, ${CLIENTS} clients`,
    ...{ value: median(took.append), unit: '/s', beside: { what: 'plain INSERT', value: median(took.insert) } },
    goal: { of: 'ratio', atLeast: 0.4 },
    note: `${CONNECTIONS} connections each; entry, chain, outcome, folded state and list rows of a case with a plan of real size and refusals only, in one transaction`,
  };
}

async function opened(store: Store, caseId: string) {
  const { intake, plan, calendars } = openCase().command;
  const head = await append(store, caseId, { seq: 0, hash: '' }, { type: 'CaseOpened', intake, plan, calendars });
  return { caseId, head };
}

const refusal = (approval: string): AppendInput['entries'][number]['event'] => ({
  type: 'DecisionRefused',
  code: 'NotYourRole',
  said: { code: 'approvals.already-decided', approval },
  command: 'Decide',
});

async function append(store: Store, caseId: string, expected: Head, event: AppendInput['entries'][number]['event']) {
  const commandId = randomUUID();
  const answer = await store.ledger.appendEntries({
    ...{ caseId, expected, commandId, runId: 'bench', at: AT, requestHash: contentHash(commandId) },
    entries: [{ actor: ACTOR, event }],
    outcome: { status: 'recorded', events: [event.type], notes: [] },
  });
  if (answer.status !== 'appended') throw new Error(`Not appended but ${answer.status}.`);
  return answer.head;
}

/** Verifies one long case; its rows are sealed as an append would, and put in by the thousand. */
async function verification({ store, sql, say }: Ground, rows: number): Promise<Row[]> {
  say(`ledger: ${rows} rows to verify`);
  const caseId = 'ledger-long';
  let { head } = await opened(store, caseId);
  while (head.seq < rows) head = await addRows(sql, caseId, head, Math.min(BATCH, rows - head.seq));
  await sql.query('update cases set head_seq = $2, head_hash = $3 where case_id = $1', [caseId, head.seq, head.hash]);
  // As autovacuum does soon after rows have come.
  await sql.query('analyze ledger');
  const verified = async () => {
    const answer = await store.ledger.verify(caseId);
    if (!answer.ok || answer.rows !== rows) throw new Error('The chain does not verify.');
  };
  const ms = await timed(verified);
  const taken = await peakOf(usedBytes, LOOK_EVERY_MS.used, verified);
  const held = await peakOf(liveBytes, LOOK_EVERY_MS.live, verified);
  return [
    {
      figure: `verification of a case of ${rows.toLocaleString('en')} rows`,
      ...{ value: rows / (ms / 1000), unit: 'rows/s' },
      goal: { of: 'value', atLeast: 70_000 },
    },
    {
      figure: 'memory that a verification takes at its peak',
      ...{ value: taken / 1e6, unit: 'MB' },
      goal: { of: 'value', atMost: 100 },
      note: `garbage that was not collected yet included; ${(held / 1e6).toFixed(1)} MB of what lives, in another verification`,
    },
  ];
}

/** The most bytes that something comes to while it is done, from a clean start. */
async function peakOf(bytes: () => number, everyMs: number, work: () => Promise<void>): Promise<number> {
  const before = liveBytes();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, bytes());
  }, everyMs);
  await work().finally(() => clearInterval(watch));
  return peak - before;
}

const usedBytes = (): number => process.memoryUsage().heapUsed;

function liveBytes(): number {
  collectGarbage();
  return usedBytes();
}

async function addRows(sql: Ground['sql'], caseId: string, from: Head, count: number): Promise<Head> {
  let head = from;
  const columns: string[][] = [[], [], [], [], []];
  const event = refusal('An act that was refused.');
  for (let i = 0; i < count; i++) {
    const seq = head.seq + 1;
    const commandId = `long-${seq}`;
    const written = { runId: 'bench', recordedAt: AT };
    const entry = { seq, at: AT, actor: ACTOR, commandId, event, caseId, ...written, prevHash: head.hash };
    const { content, hash } = sealEntry(entry);
    for (const [column, value] of [String(seq), commandId, content, head.hash, hash].entries())
      columns[column]!.push(value);
    head = { seq, hash };
  }
  await sql.query(
    `insert into ledger (case_id, seq, run_id, command_id, event_type, content, prev_hash, hash, recorded_at)
     select $1, s, 'bench', c, 'DecisionRefused', t, p, h, $7::timestamptz
     from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[]) as rows (s, c, t, p, h)`,
    [caseId, ...columns, AT],
  );
  return head;
}
