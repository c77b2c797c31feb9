import { problems } from '../../contract/answers.js';
import { caseParams } from '../../contract/basics.js';
import {
  type AboutControl,
  caseAccess,
  casePlan,
  controlCatalogue,
  controlForm,
  controlParams,
} from '../../contract/controls.js';
import { CLIENT_ROLES, sideOf } from '../../domain/case/roles.js';
import type { Control } from '../../domain/controls/control.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { own } from '../../domain/record.js';
import { accountViews, outsideChangeViews } from '../../presentation/views/accounts.js';
import { leaseViews } from '../../presentation/views/leases.js';
import { leftBehindViews } from '../../presentation/views/leftBehind.js';
import { leaseSeen } from '../../presentation/views/vendorView.js';
import type { Api } from '../api.js';
import { EVERYBODY, identityOf, READERS } from '../auth.js';
import { caseNow } from '../caseClock.js';
import { withNames } from '../names.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { seeCase } from '../visibility.js';

const aboutOf = (control: Control): AboutControl => ({
  ...control,
  locked: control.locked !== undefined,
  takesForm: control.form !== null,
});

const listing = {
  operationId: 'ListControls',
  tags: ['controls'],
  summary: 'The control catalogue as it is enforced here',
  response: { 200: controlCatalogue, ...problems() },
};

const form = {
  operationId: 'ShowForm',
  tags: ['controls'],
  summary: 'The evidence form of a control, as JSON Schema',
  params: controlParams,
  response: { 200: controlForm, ...problems('UnknownControl') },
};

const plan = {
  operationId: 'ShowPlan',
  tags: ['cases'],
  summary: 'The compiled plan of a case',
  params: caseParams,
  response: { 200: casePlan, ...problems('CaseNotFound') },
};

const access = {
  operationId: 'ShowAccess',
  tags: ['cases'],
  summary: 'Who holds which access, on what it rests, and what was last read back at the provider',
  params: caseParams,
  response: { 200: caseAccess, ...problems('CaseNotFound') },
};

/** The catalogue and its forms; a case's plan and access. */
export function controlRoutes(api: Api, parts: ApiParts): void {
  const { store, policy } = parts;
  api.get('/controls', { schema: listing, config: { access: EVERYBODY } }, async () => ({
    controls: Object.values(CONTROLS).map(aboutOf),
  }));

  api.get('/controls/:id/form', { schema: form, config: { access: EVERYBODY } }, async (request) => {
    const { id } = request.params;
    const control = own(CONTROLS, id);
    if (!control?.form) throw new Problem('UnknownControl', `${id} has no evidence form.`);
    return policy.formSchema(control.form);
  });

  api.get('/cases/:caseId/plan', { schema: plan, config: { access: CLIENT_ROLES } }, async (request) => {
    const { state } = await seeCase(store, identityOf(request), request.params.caseId);
    return state.plan;
  });

  api.get('/cases/:caseId/access', { schema: access, config: { access: READERS } }, async (request) => {
    const identity = identityOf(request);
    const { state } = await seeCase(store, identity, request.params.caseId);
    const leases = leaseViews(state, await caseNow(parts, state));
    const side = sideOf(identity.role);
    const { timeZone: zone } = state.calendars[side];
    if (side === 'vendor') return withNames(store, state, { leases: leases.map(leaseSeen), zone });
    const beside = {
      accounts: accountViews(state),
      outsideChanges: outsideChangeViews(state),
      leftBehind: leftBehindViews(state),
    };
    return withNames(store, state, { leases, ...beside, zone });
  });
}
