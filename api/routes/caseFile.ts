import { problems } from '../../contract/answers.js';
import { caseFileForm, checkCaseBody, checkedCase } from '../../contract/caseFile.js';
import { checkCase } from '../../presentation/plan/caseCheck.js';
import type { Api } from '../api.js';
import { identityOf } from '../auth.js';
import type { ApiParts } from '../parts.js';
import { fileProblem } from '../problems.js';

const form = {
  operationId: 'ShowCaseFileForm',
  tags: ['cases'],
  summary: 'The form of a case file, as JSON Schema',
  response: { 200: caseFileForm, ...problems() },
};

const checking = {
  operationId: 'CheckCaseFile',
  tags: ['cases'],
  summary: 'Tell what a case file would come to, finished or not; nothing is kept',
  description: 'The body is what would open the case: the file as YAML, or JSON with the file in `caseFile`.',
  consumes: ['application/yaml', 'application/json'],
  body: checkCaseBody,
  response: { 200: checkedCase, ...problems('PayloadTooLarge') },
};

/** What is known about opening a case before it is opened. */
export function caseFileRoutes(api: Api, { policy, store, clock }: ApiParts): void {
  const config = { access: ['procurement'], reads: true } as const;
  api.get('/case-file/schema', { schema: form, config }, async () => policy.caseFileSchema());

  api.post('/case-file/check', { schema: checking, config }, async (request) => {
    const body = typeof request.body === 'string' ? { caseFile: request.body } : request.body;
    const text = typeof body.caseFile === 'string' ? body.caseFile : JSON.stringify(body.caseFile);
    const today = clock().slice(0, 10);
    const draft = policy.draft(text, today, body.policy);
    if (!draft.ok) throw fileProblem('The policy file,', draft.faults);
    const { faults, value, file, assumed, plan } = draft;
    const { title: _title, ...checked } = checkCase(file, plan, today, assumed);
    // A token for one case tells nothing of the others.
    const sees = identityOf(request).caseId === undefined && !assumed.includes('vendor.name');
    const known = sees ? (await store.cases.ofVendor(file.vendor.name)).length : 0;
    return {
      ...(value !== undefined && { file: value }),
      faults,
      assumed,
      ...checked,
      profiles: Object.keys(plan.profiles),
      ...(known > 0 && { vendorKnown: { vendor: file.vendor.name, cases: known } }),
    };
  });
}
