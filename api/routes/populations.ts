import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { problems } from '../../contract/answers.js';
import { population, populationParams, populationQuery } from '../../contract/populations.js';
import { POPULATIONS, type PopulationKind, periodOf } from '../../domain/audit/populations.js';
import type { LedgerRow } from '../../evidence/ledger.js';
import type { Api } from '../api.js';
import { type AuditRow, asCsv, asJson, auditRow, draw, sampleAsCsv } from '../audit/rows.js';
import { Noted } from '../audit/told.js';
import { AUDITORS, identityOf } from '../auth.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';

const reading = {
  operationId: 'ReadPopulation',
  tags: ['audit'],
  summary: 'All grants, waivers, refusals, late steps or red flags of a period across cases, or a sample of them',
  description: Object.entries(POPULATIONS)
    .map(([name, { means, facts }]) => `${name}: ${means} (${facts.join(', ')})`)
    .join(' '),
  params: populationParams,
  querystring: populationQuery,
  produces: ['application/json', 'text/csv'],
  response: { 200: population, ...problems() },
};

async function* rowsOf(name: PopulationKind, entries: AsyncIterable<LedgerRow>): AsyncGenerator<AuditRow> {
  for await (const entry of entries) yield auditRow(name, entry);
}

async function* noting(rows: AsyncIterable<AuditRow>, noted: Noted): AsyncGenerator<AuditRow> {
  for await (const row of rows) {
    noted.note(row);
    yield row;
  }
}

/** Sends text as it comes; the answer's schema is about the form, not checked row by row. */
function sendText(
  reply: FastifyReply,
  format: 'json' | 'csv',
  name: string,
  lines: Iterable<string> | AsyncIterable<string>,
) {
  if (format === 'csv') reply.header('content-disposition', `attachment; filename="${name}.csv"`);
  reply.type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8');
  return reply.send(Readable.from(lines, { objectMode: false }));
}

/** What an auditor samples from. */
export function populationRoutes(api: Api, { store }: ApiParts): void {
  const noted = (query: object) => ('sample' in query && query.sample !== undefined ? 'sample' : 'population');
  api.get('/populations/:kind', { schema: reading, config: { access: AUDITORS, noted } }, async (request, reply) => {
    const { from, to, format, sample, seed } = request.query;
    const { kind: name } = request.params;
    if (to < from) throw misfit('to', 'must not be before `from`');
    if ((sample === undefined) !== (seed === undefined))
      throw misfit(sample === undefined ? 'sample' : 'seed', 'is needed: a sample has a size and a seed');
    const { caseId } = identityOf(request);
    const entries = store.ledger.population({ facts: POPULATIONS[name].facts, period: periodOf(from, to), caseId });
    const rows = rowsOf(name, entries);
    const head = { kind: name, from, to };
    const noted = new Noted();
    const told = () => noted.told(store, caseId);
    if (sample === undefined || seed === undefined) {
      const text = format === 'csv' ? asCsv(name, rows) : asJson(head, noting(rows, noted), told);
      return sendText(reply, format, name, text);
    }
    const drawn = await draw(head, rows, { size: sample, seed });
    if (format === 'csv') return sendText(reply, format, name, [sampleAsCsv(drawn)]);
    for (const row of drawn.rows) noted.note(row);
    return { ...drawn, ...(await told()) };
  });
}

const misfit = (path: string, message: string): Problem =>
  new Problem('Malformed', `The query: \`${path}\` ${message}.`, { faults: [{ path, message }] });
