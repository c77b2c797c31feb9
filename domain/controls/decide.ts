import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { Actor } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { contentHash } from '../hash.js';
import { knownPeople, unlessRole } from '../people/named.js';
import { own } from '../record.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import { cited } from './cited.js';
import { formFaults } from './form.js';
import { CONTROLS } from './index.js';
import { isSuccessor } from './successors.js';

/** Takes in evidence for a control. Whether it is good enough is for the control to say, on the record. */
export function decideEvidence(
  state: CaseState,
  command: Extract<HumanCommand, { type: 'SubmitEvidence' }>,
  actor: Actor,
  now: Instant,
): Decision {
  const { control: id, person, form } = command;
  const control = own(CONTROLS, id);
  const planned = own(state.plan.controls, id);
  if (control === undefined || planned === undefined)
    return refuse('UnknownControl', say('controls.not-in-plan', { control: id }));
  if (!planned.applies)
    return refuse('ControlDoesNotApply', say('controls.not-applicable', { control: id, why: planned.why }));
  const denied = unlessRole(state, actor, control.suppliedBy);
  if (denied) return denied;
  if (control.form === null) return refuse('EvidenceMalformed', say('controls.no-form', { control: id }));
  if (control.subject === 'person' && (person === undefined || own(state.people, person) === undefined))
    return refuse('UnknownPerson', say('controls.person-needed', { control: id }));
  if (control.subject === 'case' && person !== undefined)
    return refuse('EvidenceMalformed', say('controls.no-person', { control: id }));
  if (actor.role === 'engineer' && person !== actor.personId)
    return refuse('NotYourRole', say('controls.own-evidence-only'));
  const faults = formFaults(control.form, form);
  if (faults.length > 0) {
    const said = faults.slice(0, 5).map(({ path, said: fault }) => say('controls.form-fault', { path, fault }));
    return refuse('EvidenceMalformed', say('controls.malformed', { control: id, faults: said }));
  }
  const paper = cited(control.form, form, 'paper').find((p) => own(state.papers, p) === undefined);
  if (paper !== undefined) return refuse('UnknownPaper', say('controls.unknown-paper', { control: id, paper }));
  const people = knownPeople(state);
  const stranger = cited(control.form, form, 'person').find((p) => !people.includes(p));
  if (stranger !== undefined)
    return refuse('UnknownPerson', say('controls.unknown-person', { control: id, person: stranger }));
  return record({
    type: 'EvidenceSubmitted',
    control: id,
    ...(person === undefined ? {} : { person }),
    form,
    formHash: contentHash(form),
    ...(isSuccessor(state, id, person, form, now) ? { successor: true } : {}),
  });
}
