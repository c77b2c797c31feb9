import { IN_FORCE, type Plan, type PlannedControl } from '../../domain/case/plan.js';
import type { ClientRole, Role } from '../../domain/case/roles.js';
import { plusDays } from '../../domain/clocks/businessTime.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { odditiesIn } from '../../domain/lifecycle/oddities.js';
import { rolesNeeded } from '../../domain/people/roles.js';
import { say } from '../../domain/say.js';
import type { Day } from '../../domain/time.js';
import { withNames } from '../words/people.js';
import { wordsOf, wordsOfAll } from '../words/words.js';

/** Somebody's duty in a case that is not open yet. */
type Duty = {
  control: string;
  title: string;
  role: Role;
  people: string[];
  /** Why it applies, in words. */
  why: string;
  due?: Day;
  gate?: string;
  advice?: true;
};
type Gate = { stage: string; rule: string; people: string[]; hours: number; escalatesTo: Role; notBefore?: Day };

type Named = { name: string; email: string };
/** What is looked at of a case file. */
export type CheckedFile = Parameters<typeof odditiesIn>[0]['intake'] & {
  title: string;
  vendor: { name: string; contact: Named };
  client: { people: Partial<Record<ClientRole, Named[]>>; holidays: string; country?: string | undefined };
  engineers: Named[];
};

/** What a case would be once it is open: who decides what, who submits what, by when, and what to look at before. */
export type CaseCheck = {
  title: string;
  policy: { name: string; version: string };
  model: { wanted: string; recommended: string; reasons: string[] };
  gates: Gate[];
  duties: Duty[];
  /** Controls that do not apply, and why. */
  notApplying: { control: string; title: string; why: string }[];
  warnings: string[];
};

/** Those whom the file names for a role. */
function personsOf({ client, vendor, engineers }: CheckedFile, role: Role): { name: string; email: string }[] {
  if (role === 'vendor-contact') return [vendor.contact];
  if (role === 'engineer') return engineers;
  return Object.entries(client.people).flatMap(([named, people]) => (named === role ? (people ?? []) : []));
}

const peopleOf = (file: CheckedFile, role: Role): string[] => personsOf(file, role).map(({ name }) => name);

/** What is likely to be a slip, in words, but for a start that has passed. */
function slipsIn(file: CheckedFile, plan: Plan, today: Day): string[] {
  const addresses = (role: Role): string[] => personsOf(file, role).map(({ email }) => email.toLowerCase());
  const people = Object.values(file.client.people).flatMap((some) => some ?? []);
  const names = Object.fromEntries(people.map(({ email, name }) => [email.toLowerCase(), name]));
  return odditiesIn({ intake: file, plan }, today, addresses).flatMap((said) =>
    said.code === 'lifecycle.start-past' ? [] : [withNames(wordsOf(said), names)],
  );
}

/**
 * Looks at a case file with the plan that a policy makes of it.
 *
 * @param today the day against which the start date is held
 * @param assumed paths of what stands for answers that are still to come: nothing is warned of there
 */
export function checkCase(file: CheckedFile, plan: Plan, today: Day, assumed: readonly string[] = []): CaseCheck {
  const dayOf = (day: number): Day => plusDays(file.startDate, day - 1);
  const gates = plan.stages.map(
    ({ id, deciders, decideWithinHours, escalateTo, notBeforeDay }): Gate => ({
      stage: id,
      rule: deciders.map(({ role, quorum }) => (quorum === 1 ? role : `${quorum} × ${role}`)).join(' and '),
      people: deciders.flatMap(({ role }) => peopleOf(file, role)),
      hours: decideWithinHours,
      escalatesTo: escalateTo,
      ...(notBeforeDay !== undefined && { notBefore: dayOf(notBeforeDay) }),
    }),
  );
  const duties = Object.values(plan.controls).flatMap((control): Duty[] => {
    if (!control.applies || CONTROLS[control.id]?.form === null) return [];
    const { id, owner, stage, why = IN_FORCE } = control;
    const day = dayDue(control);
    const due =
      day !== undefined ? { due: dayOf(day) } : isAdvice(control) ? { advice: true as const } : { gate: stage };
    return [
      {
        control: id,
        title: CONTROLS[id]?.title ?? id,
        role: owner,
        people: peopleOf(file, owner),
        why: wordsOf(why),
        ...due,
      },
    ];
  });
  const { wanted, recommended, reasons } = plan.model;
  return {
    title: file.title,
    policy: { name: plan.policy.name, version: plan.policy.version },
    model: { wanted, recommended, reasons: wordsOfAll(reasons) },
    gates,
    duties,
    notApplying: Object.values(plan.controls).flatMap(({ id, applies, why = IN_FORCE }) =>
      applies ? [] : [{ control: id, title: CONTROLS[id]?.title ?? id, why: wordsOf(why) }],
    ),
    warnings: [
      ...(assumed.includes('model') ? [] : modelWarning(plan)),
      ...warningsOf(file, plan, today),
      ...(assumed.includes('client.holidays') ? [] : countryWarning(file)),
      ...(assumed.length > 0 && Object.keys(file.client.people).length === 0 ? [] : roleWarnings(file, plan, gates)),
      ...(assumed.length === 0 && file.engineers.length === 0
        ? ['No engineers are named yet: propose them once the case is open.']
        : []),
    ],
  };
}

const countryOf = ({ client }: CheckedFile): string => client.holidays.slice(0, 2);

const isAdvice = ({ binding }: PlannedControl): boolean => binding.kind === 'advise';

const dayDue = ({ binding }: PlannedControl): number | undefined =>
  binding.kind === 'track' || binding.kind === 'checkpoint' ? binding.day : undefined;

const modelWarning = ({ model }: Plan): string[] =>
  model.recommended === model.wanted
    ? []
    : [`The policy recommends ${model.recommended}; the file asks for ${model.wanted}.`];

const warningsOf = (file: CheckedFile, plan: Plan, today: Day): string[] => [
  ...(file.startDate < today
    ? [`Day 1 is ${file.startDate}, which has passed: some tasks will be late as soon as the case is open.`]
    : []),
  ...slipsIn(file, plan, today),
];

const countryWarning = (file: CheckedFile): string[] =>
  file.client.country === undefined
    ? [`client.country is left out; ${countryOf(file)} is taken from its holidays.`]
    : [];

function roleWarnings(file: CheckedFile, plan: Plan, gates: Gate[]): string[] {
  const missing = rolesNeeded(plan).filter((role) => role !== 'procurement' && peopleOf(file, role).length === 0);
  const absent = new Map<Role, string[]>();
  for (const { rule, stage, escalatesTo } of gates)
    if (rule !== '' && peopleOf(file, escalatesTo).length === 0)
      absent.set(escalatesTo, [...(absent.get(escalatesTo) ?? []), stage]);
  return [
    ...(missing.length === 0 ? [] : [wordsOf(say('people.missing-roles', { roles: missing }))]),
    ...[...absent].map(
      ([role, stages]) =>
        `Nobody is named as ${role}, to whom unanswered decisions are escalated (${stages.join(', ')}).`,
    ),
  ];
}
