import { problems } from '../../contract/answers.js';
import { readsPage, readsQuery } from '../../contract/reads.js';
import { periodOf } from '../../domain/audit/populations.js';
import type { ReadRow } from '../../store/readsContract.js';
import type { Api } from '../api.js';
import { AUDITORS, identityOf } from '../auth.js';
import { withNamesOf } from '../names.js';
import type { ApiParts } from '../parts.js';
import { knownPerson } from '../tokens.js';

const listing = {
  operationId: 'ListReadings',
  tags: ['audit'],
  summary: 'Who of the client’s people read which story, report, certificate, document, population or export, and when',
  querystring: readsQuery,
  response: { 200: readsPage, ...problems('UnknownPerson') },
};

/** The names of the documents that were read, for whoever reads cases. */
async function withFileNames({ store }: ApiParts, rows: ReadRow[]): Promise<(ReadRow & { fileName?: string })[]> {
  const wanted = new Map<string, string[]>();
  for (const { kind, caseId, thing } of rows)
    if (kind === 'document' && caseId !== undefined && thing !== undefined)
      wanted.set(caseId, [...(wanted.get(caseId) ?? []), thing]);
  const found = new Map<string, string>();
  for (const [caseId, hashes] of wanted)
    for (const [hash, { fileName }] of Object.entries(await store.documents.describe(caseId, hashes)))
      found.set(`${caseId}/${hash}`, fileName);
  return rows.map((row) => {
    const fileName = found.get(`${row.caseId}/${row.thing}`);
    return fileName === undefined ? row : { ...row, fileName };
  });
}

/** Who read what of the record. */
export function readsRoutes(api: Api, parts: ApiParts): void {
  const config = { access: AUDITORS, noted: 'readings' } as const;
  api.get('/readings', { schema: listing, config }, async (request) => {
    const identity = identityOf(request);
    const { case: asked, person, kind, from, to, ...page } = request.query;
    const filter = {
      // A token for one case tells of that case alone.
      caseId: identity.caseId ?? asked,
      personId: person === undefined ? undefined : await knownPerson(parts, person),
      kind,
      from: from && periodOf(from, from).from,
      through: to && periodOf(to, to).through,
    };
    const { rows, nextCursor } = await parts.store.reads.list(filter, page);
    const told = identity.role === 'operator' ? rows : await withFileNames(parts, rows);
    const people = rows.map(({ personId }) => personId);
    return withNamesOf(parts.store, people, { rows: told, nextCursor });
  });
}
