import { z } from 'zod';
import { problems } from '../../contract/answers.js';
import { caseParams, controlId, names } from '../../contract/basics.js';
import { lease } from '../../contract/parts.js';
import type { Control } from '../../domain/controls/control.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { leaseViews } from '../../presentation/views/leases.js';
import type { Api } from '../api.js';
import { EVERYBODY, identityOf, READERS } from '../auth.js';
import { caseNow } from '../caseClock.js';
import { withNames } from '../names.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { seeCase } from '../visibility.js';

const about = z.object({
  id: z.string(),
  title: z.string(),
  area: z.string(),
  risk: z.string(),
  nist: z.string(),
  subject: z.enum(['case', 'person']),
  locked: z.boolean(),
  suppliedBy: z.array(z.string()),
  takesForm: z.boolean(),
});

const aboutControl = (control: Control): z.infer<typeof about> => ({
  ...control,
  locked: control.locked === true,
  takesForm: control.form !== null,
});

const listing = {
  operationId: 'ListControls',
  tags: ['controls'],
  summary: 'The control catalogue as it is enforced here',
  response: { 200: z.object({ controls: z.array(about) }), ...problems() },
};

const form = {
  operationId: 'ShowForm',
  tags: ['controls'],
  summary: 'The evidence form of a control, as JSON Schema',
  params: z.object({ id: controlId }),
  response: { 200: z.looseObject({}).describe('A JSON Schema.'), ...problems('UnknownControl') },
};

const plan = {
  operationId: 'ShowPlan',
  tags: ['cases'],
  summary: 'The compiled plan of a case',
  params: caseParams,
  response: { 200: z.looseObject({ hash: z.string() }), ...problems('CaseNotFound') },
};

const access = {
  operationId: 'ShowAccess',
  tags: ['cases'],
  summary: 'Who holds which access, on what it rests, and what was last read back at the provider',
  params: caseParams,
  response: { 200: z.object({ leases: z.array(lease), names }), ...problems('CaseNotFound') },
};

/** The catalogue and its forms; a case's plan and access. */
export function controlRoutes(api: Api, parts: ApiParts): void {
  const { store, policy } = parts;
  api.get('/controls', { schema: listing, config: { access: EVERYBODY } }, async () => ({
    controls: Object.values(CONTROLS).map(aboutControl),
  }));

  api.get('/controls/:id/form', { schema: form, config: { access: EVERYBODY } }, async (request) => {
    const { id } = request.params;
    const control = Object.hasOwn(CONTROLS, id) ? CONTROLS[id] : undefined;
    if (!control?.form) throw new Problem('UnknownControl', `There is no evidence form for ${id}.`);
    return policy.formSchema(control.form);
  });

  api.get('/cases/:caseId/plan', { schema: plan, config: { access: READERS } }, async (request) => {
    const { state } = await seeCase(store, identityOf(request), request.params.caseId);
    return state.plan;
  });

  api.get('/cases/:caseId/access', { schema: access, config: { access: READERS } }, async (request) => {
    const { state } = await seeCase(store, identityOf(request), request.params.caseId);
    return withNames(store, { leases: leaseViews(state, await caseNow(parts, state)) });
  });
}
