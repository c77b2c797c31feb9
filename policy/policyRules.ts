import type { Control } from '../domain/controls/control.js';
import { CONTROLS } from '../domain/controls/index.js';
import { own } from '../domain/record.js';
import { permissionFault, profilesOf } from './accessWords.js';
import { conditionFault } from './condition.js';
import type { Found } from './found.js';
import { isLocked, lockedFaults } from './policyLocks.js';
import { scaleFaults } from './policyScales.js';
import type { Policy, PolicyControl } from './policySchema.js';
import { comesBefore, stageFaults } from './policyStages.js';

/** Everything that single fields of a policy cannot tell: locked controls, unknown ids, circles, numbers that are missing. */
export function contradictions(policy: Policy): { faults: Found[]; warnings: Found[] } {
  const stages = stageFaults(policy);
  const controls = Object.entries(policy.controls).flatMap(([id, control]) => [
    ...controlFaults(policy, id, control),
    // In a circle everything waits for everything: the circle is what is to be mended.
    ...(stages.length > 0 ? [] : orderFaults(policy, id, control)),
  ]);
  const faults = [...lockedFaults(policy), ...controls, ...stages, ...profileFaults(policy)];
  return { faults, warnings: warningsOf(policy) };
}

const codeOf = (id: string): Control | undefined => own(CONTROLS, id);

function controlFaults(policy: Policy, id: string, control: PolicyControl): Found[] {
  const path = ['controls', id];
  const code = codeOf(id);
  if (code === undefined)
    return [
      { path, message: `Unknown control ${id}; "drawbridge template evidence" lists the controls of this version.` },
    ];
  const condition = control.when === undefined ? undefined : conditionFault(control.when);
  return [
    ...(condition === undefined ? [] : [{ path: [...path, 'when'], message: condition }]),
    ...numberFaults(code, control),
    ...listFaults(code, control),
    ...pathFaults(policy, id, control),
    ...bindingFaults(code, control),
  ];
}

const orderFaults = (policy: Policy, id: string, { stage, behind }: PolicyControl): Found[] =>
  behind.flatMap((s, i) =>
    comesBefore(policy, stage, [s])
      ? [
          {
            path: ['controls', id, 'behind', i],
            message: `${id} belongs to ${stage} and would wait for ${s}, which opens no earlier: it could never be met.`,
          },
        ]
      : [],
  );

function numberFaults({ id, numbers = [] }: Control, control: PolicyControl): Found[] {
  const path = ['controls', id];
  const given = Object.keys(control.numbers);
  return [
    ...scaleFaults(id, control),
    ...numbers
      .filter((name) => !given.includes(name))
      .map((name) => ({ path, message: `${id} needs the number ${name} with its source under numbers.` })),
    ...given
      .filter((name) => !numbers.includes(name))
      .map((name) => ({ path: [...path, 'numbers', name], message: `${id} reads no number ${name}; remove it.` })),
  ];
}

function listFaults({ id, lists = [] }: Control, control: PolicyControl): Found[] {
  const path = ['controls', id];
  const given = Object.keys(control.lists);
  return [
    ...lists
      .filter((name) => !given.includes(name))
      .map((name) => ({ path, message: `${id} needs the list ${name} with its source under lists.` })),
    ...given
      .filter((name) => !lists.includes(name))
      .map((name) => ({ path: [...path, 'lists', name], message: `${id} reads no list ${name}; remove it.` })),
  ];
}

/** Alternatives stand in for each other, so they share a stage, and one of them has to be there for every intake. */
function pathFaults(policy: Policy, id: string, control: PolicyControl): Found[] {
  if (control.path === undefined) return [];
  const path = ['controls', id, 'path'];
  const members = Object.entries(policy.controls).filter(([, c]) => c.path === control.path);
  const elsewhere = members.find(([, c]) => c.stage !== control.stage);
  if (elsewhere !== undefined)
    return [{ path, message: `${id} and ${elsewhere[0]} share the path ${control.path} and need the same stage.` }];
  return members.every(([other]) => codeOf(other)?.applies !== undefined)
    ? [
        {
          path,
          message: `The path ${control.path} has only ${members.map(([m]) => m).join(', ')}, which some intakes bar: nothing would hold then. Put an alternative back that applies to every case.`,
        },
      ]
    : [];
}

function bindingFaults(code: Control, control: PolicyControl): Found[] {
  const { id } = code;
  const path = ['controls', id];
  const holds = 'gate' in control.binds || 'track' in control.binds || 'checkpoint' in control.binds;
  if ('meeting' in control.binds && control.graceHours === undefined)
    return [
      { path, message: `${id} is a meeting and needs graceHours: after how many business hours it counts as missed.` },
    ];
  if (holds && code.form !== null && code.suppliedBy.length === 0)
    return [{ path, message: `${id} would hold a gate, and nobody can supply it.` }];
  if (holds && code.area === 'always')
    return [{ path: [...path, 'binds'], message: `${id} is always on; it holds no gate.` }];
  return [];
}

const profileFaults = (policy: Policy): Found[] =>
  Object.keys(policy.accessProfiles).length === 0
    ? [
        {
          path: ['accessProfiles'],
          message: 'Without an access profile nobody can be given access; name at least one.',
        },
      ]
    : Object.entries(policy.accessProfiles).flatMap(([name, { gives }]) =>
        Object.entries(gives).flatMap(([provider, permission]) => {
          const path = ['accessProfiles', name, 'gives', provider];
          const message = permissionFault(provider, permission);
          return message === undefined ? [] : [{ path, message }];
        }),
      );

function warningsOf(policy: Policy): Found[] {
  const left = Object.keys(CONTROLS).filter((id) => !Object.hasOwn(policy.controls, id) && !isLocked(id));
  const admin = Object.entries(profilesOf(policy)).filter(([, p]) => Object.values(p.gives).some((g) => g.administers));
  return [
    ...left.map((id) => ({ path: ['controls'], message: `${id} (${CONTROLS[id]?.title ?? ''}) is not in force.` })),
    ...admin.map(([name]) => ({
      path: ['accessProfiles', name],
      message: `The profile ${name} lets people administer, which DC-1 refuses.`,
    })),
    ...(policy.stages.some(({ deciders }) => deciders.length > 0)
      ? []
      : [{ path: ['stages'], message: 'No stage has deciders, so every gate opens by itself.' }]),
    ...policy.stages.flatMap((stage, i) => selfDecided(policy, stage, i)),
  ];
}

/** Whoever supplies cannot decide (AU-2): a role that does both needs two people. */
function selfDecided(policy: Policy, stage: Policy['stages'][number], i: number): Found[] {
  const owned = Object.entries(policy.controls).filter(([, c]) => c.stage === stage.id && 'gate' in c.binds);
  return stage.deciders.flatMap(({ role }, j) => {
    const own = owned.filter(([id, c]) => c.owner === role && codeOf(id)?.subject === 'case').map(([id]) => id);
    return own.length === 0
      ? []
      : [
          {
            path: ['stages', i, 'deciders', j],
            message: `${role} supplies ${own.join(', ')} and decides ${stage.id}; it takes a second person, since nobody decides what they supplied.`,
          },
        ];
  });
}
