import { problems } from '../../contract/answers.js';
import { caseParams } from '../../contract/basics.js';
import { bytes, documentParams, storedDocument, uploadQuery } from '../../contract/documents.js';
import { type PersonId, sideOf } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { isPaperOfVendor } from '../../presentation/facts/sight.js';
import type { ActingIdentity } from '../../store/contract.js';
import type { Api } from '../api.js';
import { ACTORS, identityOf, READERS } from '../auth.js';
import { mediaTypeOf } from '../mediaType.js';
import { namedFile } from '../namedFiles.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { seeCase } from '../visibility.js';

/** Largest document, bytes. */
const DOCUMENT_MAX = 10 * 1024 * 1024;
const OCTETS = 'application/octet-stream';

const uploading = {
  operationId: 'UploadDocument',
  tags: ['documents'],
  summary: 'Keep the bytes of a document for the case under their SHA-256; what no act names within a week is deleted',
  consumes: [OCTETS],
  params: caseParams,
  querystring: uploadQuery,
  body: bytes,
  response: { 201: storedDocument, ...problems('CaseNotFound', 'PayloadTooLarge', 'UploadQuotaReached') },
};

const downloading = {
  operationId: 'DownloadDocument',
  tags: ['documents'],
  summary: 'The bytes of a paper of the case, or of a file that its evidence names',
  params: documentParams,
  produces: [OCTETS],
  response: { 200: bytes, ...problems('CaseNotFound', 'NotFound') },
};

/** Texts that somebody may read, with who brought each: the case's papers; for the vendor's contact those of the vendor, for an engineer those about them or signed by them. */
function readable({ role, personId }: ActingIdentity, state: CaseState): Map<string, PersonId | undefined> {
  const papers = Object.values(state.papers).filter((paper) => {
    if (role === 'vendor-contact') return isPaperOfVendor(state, paper);
    return role !== 'engineer' || paper.person === personId || paper.signers.includes(personId);
  });
  const proposed = Object.values(state.approvals).flatMap(({ proposal }) => proposal?.policy.hash ?? []);
  const policies = sideOf(role) === 'vendor' ? [] : [state.plan.policy.hash, ...proposed];
  return new Map([
    ...policies.map((hash) => [hash, undefined] as const),
    ...papers.map((paper) => [paper.textHash, paper.registeredBy] as const),
  ]);
}

function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  throw new Problem('Malformed', 'The body is empty. Send the bytes of the document.');
}

/** Bytes of documents, in a scope of their own: here a body of any type is bytes. */
export function documentRoutes(api: Api, { store }: ApiParts): void {
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: DOCUMENT_MAX }, (_request, body, done) =>
    done(null, body),
  );
  const upload = { schema: uploading, config: { access: ACTORS }, bodyLimit: DOCUMENT_MAX };

  api.post('/cases/:caseId/documents', upload, async (request, reply) => {
    const { personId: by } = identityOf(request);
    const { caseId } = request.params;
    await seeCase(store, identityOf(request), caseId);
    const content = bytesOf(request.body);
    const mediaType = mediaTypeOf(content, request.headers['content-type']);
    const { fileName } = request.query;
    const sha256 = await store.documents.put({ caseId, by, bytes: content, mediaType, fileName });
    return reply.code(201).send({ sha256, bytes: content.length, fileName, mediaType });
  });

  const access = [...READERS, 'engineer' as const];
  api.get(
    '/cases/:caseId/documents/:sha256',
    { schema: downloading, config: { access, noted: 'document' } },
    async (request, reply) => {
      const identity = identityOf(request);
      const { state } = await seeCase(store, identity, request.params.caseId);
      const { sha256 } = request.params;
      const texts = readable(identity, state);
      const document = texts.has(sha256)
        ? await store.documents.get(state.caseId, sha256, texts.get(sha256))
        : await namedFile(store, state, identity, sha256);
      if (document === undefined) throw new Problem('NotFound', 'No document of this case has this text.');
      reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(document.fileName)}`);
      reply
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff');
      return reply.type(document.mediaType).send(document.bytes);
    },
  );
}
