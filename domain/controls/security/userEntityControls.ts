import type { HumanCommand } from '../../case/commands.js';
import { type Decision, record, refuse } from '../../case/decision.js';
import type { Actor } from '../../case/roles.js';
import type { CaseState } from '../../case/state.js';
import { contentHash } from '../../hash.js';
import { unlessRole } from '../../people/named.js';
import { say } from '../../say.js';
import { type FormOf, isForm, type JsonObject } from '../form.js';
import { SOC2_REPORT } from './soc2Form.js';

/** A complementary user-entity control: the auditor's opinion holds only where the client does it. */
export type UserEntityControl = NonNullable<FormOf<typeof SOC2_REPORT>['userEntityControls']>[number];

/** The same number with another text, or with another owner, is another control. */
export const keyOf = (control: UserEntityControl): string => contentHash(control).slice(0, 16);

const leftByReport = (form: JsonObject | undefined): UserEntityControl[] =>
  form !== undefined && isForm(SOC2_REPORT, form) ? (form.userEntityControls ?? []) : [];

/** Controls that the SOC 2 report in evidence leaves to the client. */
export const userEntityControlsOf = ({ evidence }: CaseState): UserEntityControl[] =>
  leftByReport(evidence['SA-1']?.form);

const isConfirmed = (state: CaseState, control: UserEntityControl): boolean =>
  (state.userEntityControls ?? []).includes(keyOf(control));

/** Those of them whose owner has not confirmed them. */
export const openUserEntityControls = (state: CaseState): UserEntityControl[] =>
  userEntityControlsOf(state).filter((c) => !isConfirmed(state, c));

/** The owner alone says that it is in place (SA-1). */
export function decideUserEntityControl(
  state: CaseState,
  { id, evidence }: Extract<HumanCommand, { type: 'ConfirmUserEntityControl' }>,
  actor: Actor,
): Decision {
  const named = [...leftByReport(state.successors?.['SA-1']?.form), ...userEntityControlsOf(state)].filter(
    (c) => c.id === id,
  );
  const control = named.find((c) => !isConfirmed(state, c)) ?? named[0];
  if (control === undefined) return refuse('UnknownControl', say('SA-1.user-entity-unknown', { id }));
  const denied = unlessRole(state, actor, [actor.role]);
  if (denied) return denied;
  if (actor.personId !== control.owner)
    return refuse('NotYourRole', say('SA-1.user-entity-not-owner', { id, owner: control.owner }));
  return record({ type: 'UserEntityControlConfirmed', id, key: keyOf(control), evidence });
}
