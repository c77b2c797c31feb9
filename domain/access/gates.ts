import { textItems } from '../approvals/content.js';
import type { Held, Plan, PlannedControl, StageId } from '../case/plan.js';
import type { CaseState, Person } from '../case/state.js';
import { subjectKey } from '../controls/control.js';
import { CONTROLS } from '../controls/index.js';
import { type Verdict, verdictFor } from '../controls/judge.js';
import { PERSON_LOCKS } from '../controls/locks.js';
import { byIdentity } from '../memoize.js';
import { own } from '../record.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import type { Obstacle } from './obstacle.js';
import type { Placed } from './resources.js';

/**
 * What a gate has to hold for it to hold this resource shut: any of them is an environment of the client's (`repo`), client data and
 * whatever holds personal data wait for `data` as well, models for `models`.
 */
const holdsShut = (holds: Held[], { kind, personalData }: Placed): boolean =>
  holds.includes('repo') ||
  holds.includes('work') ||
  ((kind === 'data-set' || personalData) && holds.includes('data')) ||
  (kind === 'model' && holds.includes('models'));

/** True for a gate control of the case. */
const isGateOfCase = ({ id, applies, binding }: PlannedControl): boolean =>
  applies && binding.kind === 'gate' && own(CONTROLS, id)?.subject !== 'person';

const holds = ({ binding }: PlannedControl, of: (holds: Held[]) => boolean): boolean =>
  binding.kind === 'gate' && of(binding.holds);

/** What holds a resource shut by the plan: stages, and the controls of the case with their conditions. */
type Holding = { stages: StageId[]; controls: PlannedControl[] };

/**
 * Stages whose gates hold a resource shut by name, and those before them with conditions of their own: a gate goes on holding what it opened
 * (design, decision 21).
 */
function holdingOf({ controls, stages }: Plan, resource: Placed): Holding {
  const gates = Object.values(controls).filter(isGateOfCase);
  const direct = gates.filter((c) => holds(c, (held) => holdsShut(held, resource)));
  const conditions = gates.filter((c) => holds(c, (held) => held.includes('stage')));
  const directStages = new Set(direct.map(({ stage }) => stage));
  const before = new Set(directStages);
  for (let size = -1; size !== before.size; ) {
    size = before.size;
    for (const { id, after } of stages) if (before.has(id)) for (const one of after) before.add(one);
  }
  const conditioned = new Set(conditions.map((c) => c.stage));
  const held = stages.flatMap(({ id }) =>
    directStages.has(id) || (before.has(id) && conditioned.has(id)) ? [id] : [],
  );
  return { stages: held, controls: [...new Set([...direct, ...conditions.filter((c) => held.includes(c.stage))])] };
}

/** By the plan, and by all that is asked of a resource: what it is, and whether it holds personal data. */
const holdings = byIdentity((plan: Plan) => {
  const known = new Map<string, Holding>();
  return (resource: Placed): Holding => {
    const key = `${resource.kind} ${resource.personalData}`;
    const found = known.get(key) ?? holdingOf(plan, resource);
    known.set(key, found);
    return found;
  };
});

/** Stages whose gates hold a resource shut, by name or by a condition of one that came before. */
export const stagesHeld = ({ plan }: CaseState, resource: Placed): StageId[] => holdings(plan)(resource).stages;

/** Verdicts of the case's controls that hold a resource shut: by name, or as a condition of a stage that came before. */
export function caseVerdicts(
  state: CaseState,
  person: Person,
  resource: Placed,
  now: Instant,
): { id: string; verdict: Verdict }[] {
  const { controls } = holdings(state.plan)(resource);
  return controls.map((c) => ({ id: c.id, verdict: verdictFor(state, c, now, person.id) }));
}

/** Nobody opens anything on a text that nobody of the client has approved. */
export function textObstacles(state: CaseState, { id }: Person): Obstacle[] {
  return PERSON_LOCKS.flatMap((lock): Obstacle[] => {
    const stage = state.plan.stages.find((s) => s.id === own(state.plan.controls, lock)?.stage);
    if (stage === undefined || stage.deciders.length === 0) return [];
    const approved = own(state.approvals, `gate:${stage.id}`)?.stands?.items ?? [];
    return textItems(state, subjectKey(lock, id)).every((text) => approved.includes(text))
      ? []
      : [{ cause: 'approval-voided', detail: say('access.text-not-approved') }];
  });
}

/** A stage that is not done holds shut what its gate holds. */
export function gateObstacles(state: CaseState, stages: StageId[]): Obstacle[] {
  return [...new Set(stages)].flatMap((s): Obstacle[] =>
    state.stagesDone[s] === undefined
      ? [{ cause: 'approval-voided', detail: say('access.gate-shut', { stage: s }) }]
      : [],
  );
}

/** The content on which a gate stands, for the trail. */
export function gateRef(state: CaseState, stage: StageId): string[] {
  const stands = own(state.approvals, `gate:${stage}`)?.stands;
  return stands === undefined ? [] : [`gate:${stage}@${stands.contentHash}`];
}
