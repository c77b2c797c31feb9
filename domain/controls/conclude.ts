import type { PersonId, Role } from '../case/roles.js';
import { own } from '../record.js';
import { type Said, say } from '../say.js';
import { earliest, type Instant, notAfter } from '../time.js';
import type { Assessment, MetBut } from './assessment.js';
import { type Scene, subjectKey } from './control.js';
import { formHashOf } from './formHash.js';

/**
 * One thing that a control rests on: it holds until `until`, or `missing` says what it lacks, whose turn it is, and for whom alone, where it is one
 * person. `disagrees`: what it lacks is that another answer agrees.
 */
export type Part = {
  restsOn: string[];
  until?: Instant;
  missing?: { what: Said; turn: Role; until?: Instant; person?: PersonId; disagrees?: true };
};

/** What is said as a list of one, unless the answer is right. */
export const unless = (right: boolean, said: Said): Said[] => (right ? [] : [said]);

/** The reference to the evidence that is judged, for the trail; empty while there is none. */
export function evidenceRef({ state, planned, person }: Scene): string[] {
  const key = subjectKey(planned.id, person);
  const evidence = own(state.evidence, key);
  return evidence === undefined ? [] : [`evidence:${key}@${formHashOf(evidence)}`];
}

/** The intake as what is rested on, while no form has taken its place. */
export const intakeUnlessForm = (scene: Scene): Part[] =>
  evidenceRef(scene).length > 0 ? [] : [{ restsOn: [`intake:${scene.state.plan.intakeHash}`] }];

const withUntil = (until: Instant | undefined): { until?: Instant } => (until === undefined ? {} : { until });

/** Still open, because nothing was supplied. */
export const notSupplied = ({ planned }: Scene, what: Said): Assessment => ({
  status: 'open',
  missing: [what],
  turn: planned.owner,
});

/**
 * Refused when any answer is wrong, else open when any part is missing or over, else met until the first part ends.
 * While it is open, the next instant at which any part comes or ends is when to look again.
 */
export function conclude(scene: Scene, wrong: Said[], parts: Part[] = []): Assessment {
  if (wrong.length > 0) return { status: 'refused', reasons: wrong, turn: scene.planned.owner };
  const lacking = parts.flatMap((p) => (p.missing === undefined ? [] : [p.missing]));
  const [first] = lacking;
  if (first !== undefined) {
    const ends = [...lacking, ...parts].flatMap(({ until }) =>
      until === undefined || notAfter(until, scene.now) ? [] : [until],
    );
    const until = earliest(ends);
    const missing = lacking.map((l) => l.what);
    const disagrees = lacking.some((l) => l.disagrees) ? { disagrees: true as const } : {};
    return { status: 'open', missing, turn: first.turn, ...withUntil(until), ...disagrees, ...metBut(scene, parts) };
  }
  const until = earliest(parts.map((p) => p.until));
  if (until !== undefined && notAfter(until, scene.now)) {
    const what = say('controls.basis-ended', { control: scene.planned.id, until });
    return { status: 'open', missing: [what], turn: scene.planned.owner };
  }
  return { status: 'met', restsOn: [...evidenceRef(scene), ...parts.flatMap((p) => p.restsOn)], ...withUntil(until) };
}

/** What lacks something for some people alone is met for everybody else. */
function metBut(scene: Scene, parts: Part[]): { metBut?: MetBut } {
  const people = parts.flatMap(({ missing }) => missing?.person ?? []);
  const held = parts.filter(({ missing }) => missing === undefined);
  const until = earliest(held.map((p) => p.until));
  const isWhole = people.length + held.length === parts.length;
  if (!isWhole || (until !== undefined && notAfter(until, scene.now))) return {};
  return {
    metBut: { people, restsOn: [...evidenceRef(scene), ...held.flatMap((p) => p.restsOn)], ...withUntil(until) },
  };
}

/** A number of the policy; a policy without it does not pass `policy check`. */
export function numberOf({ planned }: Scene, name: string): number {
  const value = own(planned.numbers, name);
  if (value === undefined) throw new Error(`the plan gives ${planned.id} no number ${name}`);
  return value;
}

/** A list of the policy; a policy without it does not pass `policy check`. */
export function listOf({ planned }: Scene, name: string): string[] {
  const value = own(planned.lists, name);
  if (value === undefined) throw new Error(`the plan gives ${planned.id} no list ${name}`);
  return value;
}
