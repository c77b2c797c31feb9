import { textItems } from '../approvals/content.js';
import type { Held, PlannedControl, StageId } from '../case/plan.js';
import type { CaseState, Person } from '../case/state.js';
import { subjectKey } from '../controls/control.js';
import { CONTROLS } from '../controls/index.js';
import { type Verdict, verdictFor } from '../controls/judge.js';
import { PERSON_LOCKS } from '../controls/locks.js';
import { own } from '../record.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import type { Obstacle } from './obstacle.js';
import type { Resource } from './resources.js';

/**
 * What a gate has to hold for it to hold this resource shut: any of them is an environment of the client's (`repo`), client data and
 * whatever holds personal data wait for `data` as well, models for `models`.
 */
const holdsShut = (holds: Held[], { kind, personalData }: Resource): boolean =>
  holds.includes('repo') ||
  holds.includes('work') ||
  ((kind === 'data-set' || personalData) && holds.includes('data')) ||
  (kind === 'model' && holds.includes('models'));

/** Gate controls of the case that hold a resource shut by name. */
const directly = (state: CaseState, resource: Resource): PlannedControl[] =>
  Object.values(state.plan.controls).filter(
    ({ id, applies, binding }) =>
      applies &&
      binding.kind === 'gate' &&
      own(CONTROLS, id)?.subject !== 'person' &&
      holdsShut(binding.holds, resource),
  );

/** True for a gate control of the case that is a condition of its stage, whatever the resource. */
const holdsStage = ({ id, applies, binding }: PlannedControl): boolean =>
  applies && binding.kind === 'gate' && own(CONTROLS, id)?.subject !== 'person' && binding.holds.includes('stage');

/**
 * Stages whose gates hold a resource shut by name, and those before them with conditions of their own: a gate goes on holding what it opened
 * (design, decision 21).
 */
export function stagesHeld(state: CaseState, resource: Resource): StageId[] {
  const direct = new Set(directly(state, resource).map(({ stage }) => stage));
  const before = new Set(direct);
  for (let size = -1; size !== before.size; ) {
    size = before.size;
    for (const { id, after } of state.plan.stages) if (before.has(id)) for (const one of after) before.add(one);
  }
  const conditions = new Set(Object.values(state.plan.controls).flatMap((c) => (holdsStage(c) ? [c.stage] : [])));
  return state.plan.stages.flatMap(({ id }) => (direct.has(id) || (before.has(id) && conditions.has(id)) ? [id] : []));
}

/** Verdicts of the case's controls that hold a resource shut: by name, or as a condition of a stage that came before. */
export function caseVerdicts(
  state: CaseState,
  person: Person,
  resource: Resource,
  now: Instant,
): { id: string; verdict: Verdict }[] {
  const stages = stagesHeld(state, resource);
  const direct = directly(state, resource);
  const before = Object.values(state.plan.controls).filter((c) => holdsStage(c) && stages.includes(c.stage));
  return [...new Set([...direct, ...before])].map((c) => ({ id: c.id, verdict: verdictFor(state, c, now, person.id) }));
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
