import { POPULATIONS, type PopulationKind } from '../../domain/audit/populations.js';
import type { PersonId } from '../../domain/case/roles.js';
import { isSaid } from '../../domain/say.js';
import type { Instant } from '../../domain/time.js';
import type { LedgerRow } from '../../evidence/ledger.js';
import { wordsOf } from '../../presentation/words/words.js';
import { csvLine } from './csv.js';
import { SAMPLING, Sample } from './sample.js';

/** What every row of every population says first: where the entry stands, so that it can be found and verified. */
const PLACE = ['caseId', 'seq', 'hash', 'at', 'actor', 'role', 'event'] as const;

/** One row of a population: the entry's place, and the fields of its kind that the entry has. */
export type AuditRow = {
  [field: string]: unknown;
  caseId: string;
  seq: number;
  hash: string;
  at: Instant;
  actor: PersonId;
  role: string;
  event: string;
};

/** The row of an entry. */
export function auditRow(kind: PopulationKind, { caseId, seq, hash, at, actor, event }: LedgerRow): AuditRow {
  const said: Record<string, unknown> = { ...event };
  const fields = POPULATIONS[kind].fields.flatMap((name) =>
    said[name] === undefined ? [] : [[name, inWords(said[name])]],
  );
  const place = { caseId, seq, hash, at, actor: actor.personId, role: actor.role, event: event.type };
  return { ...place, ...Object.fromEntries(fields) };
}

/** What a rule says, in words; anything else as it is. */
const inWords = (value: unknown): unknown => (isSaid(value) ? wordsOf(value) : value);

const cells = (columns: readonly string[], row: Record<string, unknown>): string =>
  csvLine(columns.map((column) => row[column]));

/** A population as CSV, line by line. */
export async function* asCsv(kind: PopulationKind, rows: AsyncIterable<AuditRow>): AsyncGenerator<string> {
  const columns = [...PLACE, ...POPULATIONS[kind].fields];
  yield csvLine([...columns]);
  for await (const row of rows) yield cells(columns, row);
}

type Head = { kind: PopulationKind; from: string; to: string };

/** A population as one JSON object, piece by piece; its size and what is told beside it come last, since only then they are known. */
export async function* asJson(
  head: Head,
  rows: AsyncIterable<AuditRow>,
  beside: () => Promise<object> = async () => ({}),
): AsyncGenerator<string> {
  let population = 0;
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  for await (const row of rows) yield `${population++ === 0 ? '' : ','}\n${JSON.stringify(row)}`;
  yield `\n],${JSON.stringify({ population, ...(await beside()) }).slice(1)}\n`;
}

/** A sample of a population, with everything that it takes to draw it again. */
export type DrawnSample = Head & {
  population: number;
  seed: string;
  sample: number;
  method: string;
  rows: (AuditRow & { rank: string })[];
};

/** Draws a sample in one walk over the population. */
export async function draw(
  head: Head,
  rows: AsyncIterable<AuditRow>,
  { size, seed }: { size: number; seed: string },
): Promise<DrawnSample> {
  const sample = new Sample<AuditRow>(seed, size);
  for await (const row of rows) sample.take(row);
  const drawn = sample.drawn.map(({ rank, row }) => ({ ...row, rank }));
  return { ...head, population: sample.population, seed, sample: drawn.length, method: SAMPLING, rows: drawn };
}

/** A sample as CSV; population, seed and rank stand in every line, so that a line taken out still says where it is from. */
export function sampleAsCsv({ kind, population, seed, rows }: DrawnSample): string {
  const columns = [...PLACE, ...POPULATIONS[kind].fields, 'rank', 'population', 'seed'];
  return csvLine(columns) + rows.map((row) => cells(columns, { ...row, population, seed })).join('');
}
