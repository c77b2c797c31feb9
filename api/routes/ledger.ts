import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { problems } from '../../contract/answers.js';
import { caseParams } from '../../contract/basics.js';
import { ledgerPage, ledgerQuery, verifiedAnswer, verifiedPage, verifyQuery } from '../../contract/ledger.js';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import type { Api } from '../api.js';
import { identityOf, READERS } from '../auth.js';
import { withNames } from '../names.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { seeCase } from '../visibility.js';

const reading = {
  operationId: 'ReadLedger',
  tags: ['ledger'],
  summary: 'The trail of a case, oldest first; `format=jsonl` streams all of it for a verifier',
  params: caseParams,
  querystring: ledgerQuery,
  response: { 200: ledgerPage, ...problems('CaseNotFound') },
};

const verifying = {
  operationId: 'VerifyLedger',
  tags: ['ledger'],
  summary: 'Check the chain of a case and that its state is the fold of it',
  params: caseParams,
  response: { 200: verifiedAnswer, ...problems('CaseNotFound') },
};

const verifyingAll = {
  operationId: 'VerifyLedgers',
  tags: ['ledger'],
  summary: 'Check chain and state of every case, page by page; a page is shorter than `limit` where ledgers are long',
  querystring: verifyQuery,
  response: { 200: verifiedPage, ...problems() },
};

/** Sends an export; the answer's schema is about the other format. */
const stream = (reply: FastifyReply, lines: Readable) => reply.type('application/jsonl; charset=utf-8').send(lines);

/** The trail of a case: read, exported, verified. */
export function ledgerRoutes(api: Api, { store }: ApiParts): void {
  const noted = (query: object) => ('format' in query && query.format === 'jsonl' ? 'export' : 'ledger');
  api.get(
    '/cases/:caseId/ledger',
    { schema: reading, config: { access: CLIENT_ROLES, noted } },
    async (request, reply) => {
      const { caseId } = request.params;
      const { state } = await seeCase(store, identityOf(request), caseId);
      const { format, afterSeq, limit } = request.query;
      if (format === 'jsonl')
        return stream(reply, Readable.from(store.ledger.exportLines(caseId), { objectMode: false }));
      const rows = await store.ledger.readEntries(caseId, { afterSeq, limit });
      const last = rows.at(-1);
      return withNames(store, state, { rows, nextAfterSeq: rows.length === limit ? last?.seq : undefined });
    },
  );

  const access = [...READERS, 'operator' as const];
  api.get('/cases/:caseId/ledger/verify', { schema: verifying, config: { access } }, async (request) => {
    const identity = identityOf(request);
    const { caseId } = request.params;
    // The operator verifies whatever has rows, also where no state can be read any more.
    if (identity.role !== 'operator') await seeCase(store, identity, caseId);
    else if ((await store.ledger.readEntries(caseId, { afterSeq: 0, limit: 1 })).length === 0)
      throw new Problem('CaseNotFound');
    return store.ledger.verify(caseId);
  });

  const client = [...CLIENT_ROLES, 'operator' as const];
  api.get('/ledgers/verify', { schema: verifyingAll, config: { access: client } }, async (request) => {
    // A token for one case verifies that case.
    if (identityOf(request).caseId !== undefined) throw new Problem('Forbidden');
    return store.ledger.verifyCases(request.query);
  });
}
