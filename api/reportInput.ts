import type { FastifyReply } from 'fastify';
import type { LedgerRow } from '../evidence/ledger.js';
import type { ReportInput } from '../presentation/report/model.js';
import type { ActingIdentity, Store } from '../store/contract.js';
import { caseNow } from './caseClock.js';
import { ledgerRows } from './ledgerExport.js';
import { namesIn } from './names.js';
import type { ApiParts } from './parts.js';
import { seeCase } from './visibility.js';

/** The trail of a case up to a head, all at once. */
export async function rowsOf(store: Store, caseId: string, headSeq: number): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for await (const row of ledgerRows(store, caseId, headSeq)) rows.push(row);
  return rows;
}

/** Everything that report and certificate are made of, read for somebody who may see the case. */
export async function reportInput(parts: ApiParts, identity: ActingIdentity, caseId: string): Promise<ReportInput> {
  const { store } = parts;
  const { state, head } = await seeCase(store, identity, caseId);
  const rows = await rowsOf(store, caseId, head.seq);
  const verify = await store.ledger.verify(caseId);
  const now = await caseNow(parts, state);
  const names = await namesIn(store, state, [state, rows.map((row) => [row.actor, row.event])]);
  const looks = await store.places.looks(caseId);
  return { state, rows, names, verify, now, looks };
}

/** Sends a page that runs and fetches nothing; the schema of the answer is text. */
export function sendPage(reply: FastifyReply, html: string): FastifyReply {
  reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'");
  // The console shows it in a frame.
  reply.header('x-frame-options', 'SAMEORIGIN');
  return reply.type('text/html; charset=utf-8').serializer(String).send(html);
}
