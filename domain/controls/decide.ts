import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { Actor } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { contentHash } from '../hash.js';
import { knownPeople, unlessRole } from '../people/named.js';
import { cited } from './cited.js';
import { formFaults } from './form.js';
import { CONTROLS } from './index.js';

/** Takes in evidence for a control. Whether it is good enough is for the control to say, on the record. */
export function decideEvidence(
  state: CaseState,
  command: Extract<HumanCommand, { type: 'SubmitEvidence' }>,
  actor: Actor,
): Decision {
  const { control: id, person, form } = command;
  const control = CONTROLS[id];
  const planned = state.plan.controls[id];
  if (control === undefined || planned === undefined)
    return refuse('UnknownControl', `There is no control ${id} in this case's plan.`);
  if (!planned.applies) return refuse('ControlDoesNotApply', `${id} does not apply to this case: ${planned.why ?? ''}`);
  const denied = unlessRole(state, actor, control.suppliedBy, `supply evidence for ${id}`);
  if (denied) return denied;
  if (control.form === null)
    return refuse('EvidenceMalformed', `${id} takes no form: it is judged from other facts of the case.`);
  if (control.subject === 'person' && (person === undefined || state.people[person] === undefined))
    return refuse('UnknownPerson', `${id} is judged person by person; name somebody of this case's roster.`);
  if (control.subject === 'case' && person !== undefined)
    return refuse('EvidenceMalformed', `${id} is judged for the whole case; leave the person out.`);
  if (actor.role === 'engineer' && person !== actor.personId)
    return refuse('NotYourRole', 'An engineer supplies evidence about themselves only.');
  const faults = formFaults(control.form, form);
  if (faults.length > 0) return refuse('EvidenceMalformed', `${id}: ${faults.slice(0, 5).join('; ')}.`);
  const paper = cited(control.form, form, 'paper').find((p) => state.papers[p] === undefined);
  if (paper !== undefined)
    return refuse('UnknownPaper', `${id}: there is no paper ${paper} in this case; register it first.`);
  const people = knownPeople(state);
  const stranger = cited(control.form, form, 'person').find((p) => !people.includes(p));
  if (stranger !== undefined) return refuse('UnknownPerson', `${id}: ${stranger} is nobody in this case.`);
  return record({
    type: 'EvidenceSubmitted',
    control: id,
    ...(person === undefined ? {} : { person }),
    form,
    formHash: contentHash(form),
  });
}
