import type { CaseEvent } from '../case/events.js';
import type { EngagementModel, Intake } from '../case/intake.js';
import type { Binding, PlannedControl } from '../case/plan.js';
import type { PersonId, Role } from '../case/roles.js';
import type { CaseState, Flag } from '../case/state.js';
import type { Said } from '../say.js';
import type { Instant } from '../time.js';
import type { Assessment } from './assessment.js';
import { type FormOf, type FormShape, isForm, type JsonObject } from './form.js';

export type Risk = 'ip-leakage' | 'data-exposure' | 'quality' | 'continuity' | 'cost' | 'legal';
/** Functions of the NIST AI Risk Management Framework 1.0. */
export type NistFunction = 'govern' | 'map' | 'measure' | 'manage';

/** What a control may look at: never a clock of its own. */
export type Scene = {
  state: CaseState;
  planned: PlannedControl;
  now: Instant;
  /** The person, for a control that is judged person by person. */
  person?: PersonId;
};

/** A binding that a policy may widen, and not weaken. */
export type Lock = Extract<Binding, { kind: 'gate' | 'deal-breaker' | 'always' }>;

/** One row of the control catalogue, as code. The policy says whether it is in force and how it binds. */
export type Control = {
  id: string;
  title: string;
  area:
    | 'suitability'
    | 'engagement'
    | 'evaluation'
    | 'contract'
    | 'data'
    | 'security'
    | 'people'
    | 'onboarding'
    | 'cadence'
    | 'kpi'
    | 'knowledge'
    | 'afterwards'
    | 'always';
  risk: Risk;
  nist: NistFunction;
  /** Judged once for the case, or for each person of the roster. */
  subject: 'case' | 'person';
  /** How it binds at least; no policy can remove, weaken or waive it. */
  locked?: Lock;
  /** While it applies, nobody reaches data from outside the countries of a residency duty. */
  bindsRegion?: true;
  /** Who supplies it under an engagement model, whatever the policy says. */
  ownerIn?: Partial<Record<EngagementModel, Role>>;
  /** Met, it proves that the vendor holds an attestation of its security, or that one is in progress. */
  attests?: 'held' | 'in-progress';
  /** Facts that are about it beside its evidence, by type. */
  facts?: readonly CaseEvent['type'][];
  /** The evidence form; null when the control is judged from other facts of the case. */
  form: FormShape | null;
  /** For a point that is scored: what each score from 0 to 4 means, in this order. */
  anchors?: readonly string[];
  /** Roles that may supply the evidence. */
  suppliedBy: Role[];
  /** Numbers that it reads from the policy, by name; a policy that has the control in force must give each. */
  numbers?: readonly string[];
  /** Its evidence is renewed at intervals or as people join; the gate of its stage decides on the rest of the stage. */
  renewed?: true;
  /** Lists that it reads from the policy, by name; a policy that has the control in force must give each. */
  lists?: readonly string[];
  /** A red flag: raised and cleared, never supplied. */
  redFlag?: true;
  /** For a red flag: the controls whose refused answers raise it. */
  raisedFrom?: readonly string[];
  /** For a red flag: what else on the record raises it, for the case or for a person; empty while nothing does. */
  raisedBy?(state: CaseState, now: Instant): RaisedBy[];
  /** For a red flag: whether it stands until somebody clears it, although what raised it is gone. */
  standsUntilCleared?(flag: Flag, state: CaseState): boolean;
  /** Whether the intake brings this control into play, and why. Left out: always. What the intake does not say brings it into play. */
  applies?(intake: Intake): { applies: boolean; why: Said };
  assess(evidence: JsonObject | undefined, scene: Scene): Assessment;
};

type Definition<S extends FormShape> = Omit<Control, 'form' | 'assess'> & {
  form: S;
  assess(evidence: FormOf<S> | undefined, scene: Scene): Assessment;
};

/** Why a flag is raised; `over`: it raises the flag once, and keeps nobody from clearing it. */
export type RaisedBy = { person?: PersonId; reason: Said; over?: true };

/** Defines a control with a typed evidence form; evidence that no longer fits the form counts as not supplied. */
export function defineControl<const S extends FormShape>(definition: Definition<S>): Control {
  const { form } = definition;
  return {
    ...definition,
    assess: (evidence, scene) =>
      definition.assess(evidence !== undefined && isForm(form, evidence) ? evidence : undefined, scene),
  };
}

/** Defines a control that takes no form and is judged from other facts of the case. */
export const defineFact = (definition: Omit<Control, 'form'>): Control => ({ ...definition, form: null });

/** Key of one control's record in the case: its id, with the person for a control judged person by person. */
export const subjectKey = (controlId: string, person?: PersonId): string =>
  person === undefined ? controlId : `${controlId}:${person}`;

/** The control id and the person of a {@link subjectKey}. */
export function parseSubjectKey(key: string): { controlId: string; person?: PersonId } {
  const [controlId = key, person] = key.split(':');
  return person === undefined ? { controlId } : { controlId, person };
}
