import { STAGES, type StageId } from '../domain/case/plan.js';
import { CONTROLS } from '../domain/controls/index.js';
import { conditionFault } from './condition.js';
import type { Path } from './located.js';
import type { Policy, PolicyControl } from './policyFile.js';

type Found = { path: Path; message: string };

/** What bindings the locked controls keep, whatever a policy says (controls catalogue: IP-2, RF-2, AU-1, AU-2). */
const LOCKED: Record<string, { is(control: PolicyControl): boolean; right: string }> = {
  'IP-2': { is: ({ binds }) => 'gate' in binds && binds.gate.includes('repo'), right: 'binds: { gate: [repo] }' },
  'RF-2': {
    is: ({ binds }) => 'dealBreaker' in binds && binds.dealBreaker === 'legal',
    right: 'binds: { dealBreaker: legal }',
  },
  'AU-1': { is: ({ binds }) => 'always' in binds, right: 'binds: { always: true }' },
  'AU-2': { is: ({ binds }) => 'always' in binds, right: 'binds: { always: true }' },
};

/** Everything that single fields of a policy cannot tell: locked controls, unknown ids, circles, numbers that are missing. */
export function contradictions(policy: Policy): { faults: Found[]; warnings: Found[] } {
  const faults = [...lockedFaults(policy), ...controlFaults(policy), ...stageFaults(policy), ...profileFaults(policy)];
  return { faults, warnings: warningsOf(policy) };
}

function lockedFaults(policy: Policy): Found[] {
  return Object.entries(LOCKED).flatMap(([id, lock]): Found[] => {
    const control = policy.controls[id];
    const path = ['controls', id];
    if (control === undefined)
      return [{ path: ['controls'], message: `${id} is locked and missing here; put it back with ${lock.right}.` }];
    return [
      ...(lock.is(control)
        ? []
        : [{ path: [...path, 'binds'], message: `${id} is locked and cannot be weakened; it has ${lock.right}.` }]),
      ...(control.waivableBy.length === 0
        ? []
        : [{ path: [...path, 'waivableBy'], message: `${id} is locked; nobody can waive it, so remove waivableBy.` }]),
      ...(control.when === undefined
        ? []
        : [{ path: [...path, 'when'], message: `${id} is locked and always applies; remove the condition.` }]),
      ...(control.path === undefined
        ? []
        : [{ path: [...path, 'path'], message: `${id} is locked and has no alternative; remove the path.` }]),
    ];
  });
}

function controlFaults(policy: Policy): Found[] {
  const stages = policy.stages.map((s) => s.id);
  return Object.entries(policy.controls).flatMap(([id, control]): Found[] => {
    const path = ['controls', id];
    const code = CONTROLS[id];
    if (code === undefined)
      return [{ path, message: `There is no control ${id}; this version has ${Object.keys(CONTROLS).join(', ')}.` }];
    const condition = control.when === undefined ? undefined : conditionFault(control.when);
    const numbers = code.numbers ?? [];
    return [
      ...(condition === undefined ? [] : [{ path: [...path, 'when'], message: condition }]),
      ...(stages.includes(control.stage)
        ? []
        : [{ path: [...path, 'stage'], message: `The policy has no stage ${control.stage}.` }]),
      ...control.behind.flatMap((s, i) =>
        stages.includes(s) ? [] : [{ path: [...path, 'behind', i], message: `The policy has no stage ${s}.` }],
      ),
      ...(control.behind.includes(control.stage)
        ? [
            {
              path: [...path, 'behind'],
              message: `${id} stands behind the gate of its own stage and could never be met.`,
            },
          ]
        : []),
      ...numbers.flatMap((name) =>
        control.numbers[name] === undefined
          ? [{ path, message: `${id} needs the number ${name} with its source under numbers.` }]
          : [],
      ),
      ...Object.keys(control.numbers).flatMap((name) =>
        numbers.includes(name)
          ? []
          : [{ path: [...path, 'numbers', name], message: `${id} reads no number ${name}; remove it.` }],
      ),
      ...bindingFaults(id, control),
    ];
  });
}

function bindingFaults(id: string, control: PolicyControl): Found[] {
  const path = ['controls', id];
  const holds = 'gate' in control.binds || 'track' in control.binds || 'checkpoint' in control.binds;
  const code = CONTROLS[id];
  if ('beat' in control.binds && control.graceHours === undefined)
    return [
      { path, message: `${id} is a beat and needs graceHours: after how many business hours it counts as missed.` },
    ];
  if (holds && code !== undefined && code.form !== null && code.suppliedBy.length === 0)
    return [{ path, message: `${id} would hold a gate, and nobody can supply it.` }];
  if (holds && code?.area === 'always')
    return [{ path: [...path, 'binds'], message: `${id} is always on; it holds no gate.` }];
  return [];
}

function stageFaults(policy: Policy): Found[] {
  const ids = policy.stages.map((s) => s.id);
  const missing = STAGES.filter((s) => !ids.includes(s)).map((s) => ({
    path: ['stages'],
    message: `The stage ${s} is missing.`,
  }));
  const each = policy.stages.flatMap((stage, i): Found[] => [
    ...(ids.indexOf(stage.id) === i
      ? []
      : [{ path: ['stages', i, 'id'], message: `The stage ${stage.id} stands here twice.` }]),
    ...(reaches(policy, stage.id, stage.after)
      ? [{ path: ['stages', i, 'after'], message: `The stage ${stage.id} comes after itself; break the circle.` }]
      : []),
    ...stage.deciders.flatMap((d, j) =>
      stage.deciders.findIndex((e) => e.role === d.role) === j
        ? []
        : [
            {
              path: ['stages', i, 'deciders', j],
              message: `${d.role} decides ${stage.id} twice; raise the quorum instead.`,
            },
          ],
    ),
  ]);
  return [...missing, ...each];
}

/** True when the stage is among the stages that come before the given ones. */
function reaches(policy: Policy, stage: StageId, from: StageId[], seen = new Set<StageId>()): boolean {
  return from.some((s) => {
    if (s === stage) return true;
    if (seen.has(s)) return false;
    seen.add(s);
    return reaches(policy, stage, policy.stages.find((x) => x.id === s)?.after ?? [], seen);
  });
}

const profileFaults = (policy: Policy): Found[] =>
  Object.keys(policy.accessProfiles).length === 0
    ? [
        {
          path: ['accessProfiles'],
          message: 'Without an access profile nobody can be given access; name at least one.',
        },
      ]
    : [];

function warningsOf(policy: Policy): Found[] {
  const left = Object.keys(CONTROLS).filter((id) => policy.controls[id] === undefined && LOCKED[id] === undefined);
  const admin = Object.entries(policy.accessProfiles).filter(([, p]) => p.permission === 'admin');
  return [
    ...left.map((id) => ({ path: ['controls'], message: `${id} (${CONTROLS[id]?.title ?? ''}) is not in force.` })),
    ...admin.map(([name]) => ({
      path: ['accessProfiles', name],
      message: `The profile ${name} grants admin, which DC-1 refuses.`,
    })),
  ];
}
