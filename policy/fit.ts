import type { Plan, PlannedControl, PlannedStage } from '../domain/case/plan.js';
import { CLIENT_ROLES, type Role } from '../domain/case/roles.js';
import { CONTROLS } from '../domain/controls/index.js';
import type { CaseFile } from './caseSchema.js';
import type { Found } from './found.js';

/** The people whom a case names under a role, by address or id; whoever opens it counts as procurement. */
type Named = (role: Role) => string[];

function namedIn(file: CaseFile): Named {
  const people = new Map<Role, string[]>();
  for (const role of CLIENT_ROLES)
    people.set(
      role,
      (file.client.people[role] ?? []).map((p) => p.email.toLowerCase()),
    );
  people.set('procurement', [...(people.get('procurement') ?? []), 'whoever opens the case']);
  people.set('vendor-contact', [file.vendor.contact.email.toLowerCase()]);
  people.set(
    'engineer',
    file.engineers.map((e) => e.email.toLowerCase()),
  );
  return (role) => people.get(role) ?? [];
}

/**
 * Where a case file and the plan compiled from it do not fit: access profiles that the policy lacks, and duties that nobody named in the case
 * could ever do, so that the case would stand still for good.
 */
export function checkPlanFit(file: CaseFile, plan: Plan): Found[] {
  const named = namedIn(file);
  const path = ['client', 'people'];
  return [...unknownProfiles(file, plan), ...deadEnds(plan, named).map((message) => ({ path, message }))];
}

/** Duties of a plan that nobody named could ever do, one sentence each. */
export const deadEnds = (plan: Plan, named: Named): string[] => [
  ...plan.stages.flatMap((s) => undecidable(plan, s, named)),
  ...Object.values(plan.controls).flatMap((c) => undoable(plan, c, named)),
  ...(plan.clientSignatories.some((r) => named(r).length > 0)
    ? []
    : [`Nobody could sign for the client: name somebody as ${plan.clientSignatories.join(' or ')}.`]),
];

const unknownProfiles = (file: CaseFile, { profiles }: Plan): Found[] =>
  file.engineers.flatMap((e, i) =>
    e.needs.flatMap((need, j) =>
      Object.hasOwn(profiles, need.profile)
        ? []
        : [
            {
              path: ['engineers', i, 'needs', j, 'profile'],
              message: `${need.profile} is no access profile of the policy; it has ${Object.keys(profiles).join(', ')}.`,
            },
          ],
    ),
  );

const holds = ({ applies, binding }: PlannedControl): boolean =>
  applies && (binding.kind === 'gate' || binding.kind === 'track' || binding.kind === 'checkpoint');

/** A gate takes deciders who did not supply what they decide (AU-2), named for it or called in when nobody answers. */
function undecidable(plan: Plan, stage: PlannedStage, named: Named): string[] {
  const suppliers = Object.values(plan.controls)
    .filter((c) => holds(c) && c.stage === stage.id && CONTROLS[c.id]?.subject === 'case')
    .flatMap((c) => (CONTROLS[c.id]?.form ? [new Set((CONTROLS[c.id]?.suppliedBy ?? []).flatMap(named))] : []));
  // Somebody who alone could supply a control cannot decide its gate.
  const free = (person: string): boolean => suppliers.every((s) => s.size !== 1 || !s.has(person));
  return stage.deciders.flatMap(({ role, quorum }) => {
    const able = new Set([...named(role), ...named(stage.escalateTo)].filter(free));
    return able.size >= quorum
      ? []
      : [
          `Nobody could open the gate ${stage.id}: it takes ${quorum === 1 ? 'somebody' : `${quorum} people`} named as ${role} (or, when nobody answers, ${stage.escalateTo}) who did not supply what it decides.`,
        ];
  });
}

function undoable(plan: Plan, control: PlannedControl, named: Named): string[] {
  const { id, applies, binding, owner } = control;
  const code = CONTROLS[id];
  if (code === undefined || !applies) return [];
  if (binding.kind === 'deal-breaker')
    return [binding.clearedBy, plan.escalateTo].some((r) => named(r).length > 0)
      ? []
      : [`Nobody could clear ${id}: name somebody as ${binding.clearedBy} or ${plan.escalateTo}.`];
  if (!holds(control)) return [];
  const roles = code.form === null ? [owner] : code.suppliedBy;
  // People may join the roster later, so that a case without any is no dead end.
  return roles.some((r) => r === 'engineer' || named(r).length > 0)
    ? []
    : [`Nobody could supply ${id} (${code.title}): name somebody as ${roles.join(' or ')}.`];
}
