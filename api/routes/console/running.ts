import { problems } from '../../../contract/answers.js';
import { caseParams } from '../../../contract/basics.js';
import { runningPage } from '../../../contract/console/running.js';
import type { LedgerRow } from '../../../evidence/ledger.js';
import { runningOf } from '../../../presentation/console/running.js';
import type { Api } from '../../api.js';
import { identityOf, READERS } from '../../auth.js';
import { ALWAYS } from '../../namedFiles.js';
import { withNames } from '../../names.js';
import type { ApiParts } from '../../parts.js';
import { seeCase } from '../../visibility.js';

const showing = {
  operationId: 'ShowRunning',
  tags: ['console'],
  summary: 'How the work runs: each KPI with all its readings, and what was billed',
  params: caseParams,
  response: { 200: runningPage, ...problems('CaseNotFound') },
};

/** KPIs and invoices of a case, as the console shows them. */
export function runningRoutes(api: Api, { store }: ApiParts): void {
  api.get('/cases/:caseId/running', { schema: showing, config: { access: READERS } }, async (request) => {
    const identity = identityOf(request);
    const { caseId } = request.params;
    const { state } = await seeCase(store, identity, caseId);
    const rows: LedgerRow[] = [];
    for await (const row of store.ledger.population({ facts: ['ReadingRecorded'], period: ALWAYS, caseId }))
      rows.push(row);
    return withNames(store, state, runningOf(state, rows, identity.role));
  });
}
