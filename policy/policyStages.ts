import { STAGES, type StageId } from '../domain/case/plan.js';
import type { Found } from './found.js';
import type { Policy } from './policySchema.js';

/** Stages that are missing, doubled, in a circle, or decided twice by one role. */
export function stageFaults(policy: Policy): Found[] {
  const ids = policy.stages.map((s) => s.id);
  const missing = STAGES.filter((s) => !ids.includes(s)).map((s) => ({
    path: ['stages'],
    message: `The stage ${s} is missing.`,
  }));
  const each = policy.stages.flatMap((stage, i): Found[] => [
    ...(ids.indexOf(stage.id) === i
      ? []
      : [{ path: ['stages', i, 'id'], message: `The stage ${stage.id} stands here twice.` }]),
    ...(comesBefore(policy, stage.id, stage.after)
      ? [{ path: ['stages', i, 'after'], message: `The stage ${stage.id} comes after itself; break the circle.` }]
      : []),
    ...doubledDeciders(stage, i),
  ]);
  return [...missing, ...each];
}

const doubledDeciders = (stage: Policy['stages'][number], i: number): Found[] =>
  stage.deciders.flatMap((d, j) =>
    stage.deciders.findIndex((e) => e.role === d.role) === j
      ? []
      : [
          {
            path: ['stages', i, 'deciders', j],
            message: `${d.role} decides ${stage.id} twice; raise the quorum instead.`,
          },
        ],
  );

/** True when the stage is among the given ones or among those that come before them. */
export function comesBefore(policy: Policy, stage: StageId, from: StageId[], seen = new Set<StageId>()): boolean {
  return from.some((s) => {
    if (s === stage) return true;
    if (seen.has(s)) return false;
    seen.add(s);
    return comesBefore(policy, stage, policy.stages.find((x) => x.id === s)?.after ?? [], seen);
  });
}
