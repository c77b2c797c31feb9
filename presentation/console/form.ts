import type { CaseForm } from '../../contract/console/form.js';
import { CLIENT_ROLES, type PersonId, type Role, sideOf } from '../../domain/case/roles.js';
import type { CaseState, Evidence } from '../../domain/case/state.js';
import { subjectKey } from '../../domain/controls/control.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { assessNow, rosterOf } from '../../domain/controls/judge.js';
import { isSuppliedByVendor } from '../../domain/controls/shown.js';
import { namedFor, unlessRole } from '../../domain/people/named.js';
import { own } from '../../domain/record.js';
import type { Instant } from '../../domain/time.js';
import { isPaperOfVendor, readsAnswers } from '../facts/sight.js';
import { controlView } from '../views/controls.js';
import { controlSeen } from '../views/vendorView.js';
import { policyTexts } from '../words/policyNumbers.js';
import type { Actors } from './actors.js';
import { asksFor, fieldsOf } from './fields.js';
import { knownAnswers } from './knownAnswers.js';

type Subject = { control: string; person?: PersonId };
/** A form before the names of its people are known. */
export type FormById = Omit<CaseForm, 'names' | 'people'> & { people: { id: PersonId; roles: string[] }[] };

/** True for a control of the plan whose form somebody of this role may look at: of the vendor’s side, what the vendor supplies. */
export const showsForm = (state: CaseState, control: string, role: Role): boolean =>
  own(state.plan.controls, control) !== undefined &&
  own(CONTROLS, control)?.form !== null &&
  (sideOf(role) === 'client' || isSuppliedByVendor(control));

const NAMED_ROLES: readonly Role[] = [...CLIENT_ROLES, 'vendor-contact', 'engineer'];

function peopleToName(state: CaseState): FormById['people'] {
  const roles = new Map<PersonId, string[]>();
  const roster = rosterOf(state);
  for (const role of NAMED_ROLES)
    for (const id of role === 'engineer' ? roster : namedFor(state, role))
      roles.set(id, [...(roles.get(id) ?? []), role]);
  return [...roles].map(([id, held]) => ({ id, roles: held }));
}

const papersToName = (state: CaseState, role: Role): CaseForm['papers'] =>
  Object.values(state.papers)
    .filter((paper) => sideOf(role) === 'client' || isPaperOfVendor(state, paper))
    .map(({ id, title, kind, state: stands, textHash, person }) => ({
      id,
      title,
      kind,
      state: stands,
      textHash,
      person,
    }));

/** Others of the roster for whom the same is to be supplied. */
const alikeTo = (state: CaseState, { control, person }: Subject, now: Instant): PersonId[] =>
  own(CONTROLS, control)?.subject === 'person'
    ? rosterOf(state).filter((id) => id !== person && assessNow(state, control, now, id)?.status !== 'met')
    : [];

const given = (evidence: Evidence | undefined): CaseForm['current'] =>
  evidence && { answers: evidence.form, by: evidence.by, at: evidence.at, seq: evidence.seq };

/** Status, what is missing and by when, as far as the reader is told. */
function standing(state: CaseState, { control, person }: Subject, role: Role, now: Instant) {
  const planned = own(state.plan.controls, control);
  const reader = { zone: state.calendars[sideOf(role)].timeZone };
  const views = planned === undefined ? [] : [controlView(state, planned, now, reader, person)];
  const [seen] = sideOf(role) === 'client' ? views : views.flatMap(controlSeen);
  const { title = control, status = 'not-applicable', why = '', binds = '', missing = [], due } = seen ?? {};
  return { title, status, why, binds, missing, due };
}

/** The form of a control with everything that stands beside its questions; undefined where {@link showsForm} says no. */
export function formOf(state: CaseState, subject: Subject, actors: Actors, now: Instant): FormById | undefined {
  const [actor] = actors;
  const { control: id, person } = subject;
  const { form: shape, suppliedBy = [] } = own(CONTROLS, id) ?? {};
  if (!shape || !showsForm(state, id, actor.role)) return undefined;
  const key = subjectKey(id, person);
  const planned = own(state.plan.controls, id);
  const mayRead = (evidence: Evidence): boolean => readsAnswers(actor.role, state, evidence);
  const read = (evidence: Evidence | undefined): CaseForm['current'] =>
    evidence !== undefined && mayRead(evidence) ? given(evidence) : undefined;
  return {
    caseId: state.caseId,
    control: id,
    person,
    ...standing(state, subject, actor.role, now),
    policyNumbers: planned === undefined ? [] : policyTexts(planned),
    suppliedBy,
    youMaySupply: actors.some((one) => unlessRole(state, one, suppliedBy) === undefined),
    fields: fieldsOf(shape),
    known: knownAnswers(state, subject, mayRead),
    current: read(own(state.evidence, key)),
    waiting: read(own(state.successors, key)),
    people: asksFor(shape, 'person') ? peopleToName(state) : [],
    papers: asksFor(shape, 'paper') ? papersToName(state, actor.role) : [],
    alike: alikeTo(state, subject, now),
    zone: state.calendars[sideOf(actor.role)].timeZone,
  };
}
