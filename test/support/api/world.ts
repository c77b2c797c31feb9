import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type CaseView, caseView } from '../../../contract/caseView.js';
import type { JsonObject } from '../../../domain/controls/form.js';
import type { Answer, TestApi } from './harness.js';
import { CONTACT, EMAILS, ENGINEER } from './smallPolicy.js';

const opened = z.object({ caseId: z.string() });

/** An open case and a token for everybody in it. */
export type World = {
  caseId: string;
  tokens: Record<keyof typeof EMAILS | 'vendor-contact' | 'engineer' | 'operator', string>;
};

/** Opens a case and signs everybody in. */
export async function openWorld(api: TestApi, title = 'Claims triage'): Promise<World> {
  const procurement = await api.tokenFor('procurement', EMAILS.procurement);
  const answer = await api.post('/api/cases', procurement, { caseFile: `title: ${title}` });
  if (answer.status !== 201) throw new Error(answer.text);
  const { caseId } = opened.parse(answer.body);
  return {
    caseId,
    tokens: {
      procurement,
      'engineering-manager': await api.tokenFor('engineering-manager', EMAILS['engineering-manager']),
      legal: await api.tokenFor('legal', EMAILS.legal),
      executive: await api.tokenFor('executive', EMAILS.executive),
      compliance: await api.tokenFor('compliance', EMAILS.compliance),
      'vendor-contact': await api.tokenFor('vendor-contact', CONTACT, caseId),
      engineer: await api.tokenFor('engineer', ENGINEER, caseId),
      operator: await api.tokenFor('operator', 'ops@harbour.example'),
    },
  };
}

export type Who = keyof World['tokens'];

/** Sends an act as somebody. */
export const act = (
  api: TestApi,
  { caseId, tokens }: World,
  who: Who,
  name: string,
  body: JsonObject,
  key: string = randomUUID(),
): Promise<Answer> => api.post(`/api/cases/${caseId}/commands/${name}`, tokens[who], body, { 'idempotency-key': key });

/** Reads the case as somebody of the client or as the vendor's contact. */
export async function look(api: TestApi, { caseId, tokens }: World, who: Who = 'procurement'): Promise<CaseView> {
  const answer = await api.get(`/api/cases/${caseId}`, tokens[who]);
  if (answer.status !== 200) throw new Error(answer.text);
  return caseView.parse(answer.body);
}

/** Uploads a text as the vendor's contact; answers its hash. */
export async function upload(api: TestApi, { caseId, tokens }: World, text: string): Promise<string> {
  const answer = await api.post(
    `/api/cases/${caseId}/documents?fileName=paper.txt`,
    tokens['vendor-contact'],
    Buffer.from(text),
    { 'content-type': 'text/plain' },
  );
  if (answer.status !== 201) throw new Error(answer.text);
  return createHash('sha256').update(text).digest('hex');
}

/** Registers, sends and signs a paper by both parties. */
export async function signedPaper(
  api: TestApi,
  world: World,
  paper: string,
  body: JsonObject,
  signers: Who[],
): Promise<void> {
  const textHash = await upload(api, world, `The text of ${paper}.`);
  await act(api, world, 'vendor-contact', 'register-paper', {
    paper,
    textHash,
    title: `Paper ${paper}`,
    from: '2026-08-01',
    ...body,
  });
  await act(api, world, 'vendor-contact', 'send-paper', { paper });
  for (const who of signers) {
    const signed = await act(api, world, who, 'sign-paper', { paper, textHash });
    if (signed.status !== 200) throw new Error(signed.text);
  }
}
