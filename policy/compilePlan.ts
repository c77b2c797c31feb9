import type { EngagementModel, Intake } from '../domain/case/intake.js';
import type { Binding, Plan, PlannedControl, PlannedStage } from '../domain/case/plan.js';
import type { Role } from '../domain/case/roles.js';
import { PRICE } from '../domain/controls/engagement/priceIds.js';
import { type Prices, recommendModel } from '../domain/controls/engagement/recommend.js';
import { CONTROLS } from '../domain/controls/index.js';
import { contentHash } from '../domain/hash.js';
import { type Said, say } from '../domain/say.js';
import { profilesOf } from './accessWords.js';
import { holdsFor } from './condition.js';
import type { Policy, PolicyControl } from './policySchema.js';

/** A policy as it was read, with the SHA-256 of its text: under it the text is kept. */
export type LoadedPolicy = { policy: Policy; hash: string };

/**
 * Brings policy and intake together: what applies to this case and why, how it binds, who decides, by when. Pure.
 *
 * @param model the model chosen; left out, the one that the intake wants
 * Throws ConditionError when a condition of the policy cannot be told for this intake.
 */
export function compilePlan(
  { policy, hash }: LoadedPolicy,
  intake: Intake,
  model: EngagementModel = intake.model,
): Plan {
  const controls = Object.fromEntries(
    Object.entries(policy.controls).map(([id, control]) => [id, plannedControl(id, control, intake, model)]),
  );
  const { recommended, reasons, warnings } = recommendModel(intake, pricesOf(policy));
  const body: Omit<Plan, 'hash'> = {
    policy: { name: policy.name, version: policy.version, hash },
    intakeHash: contentHash(intake),
    model: { wanted: intake.model, recommended, reasons: [...reasons, ...warnings], chosen: model },
    controls,
    stages: policy.stages.map((s) => plannedStage(s, controls)),
    meetings: Object.entries(policy.controls).flatMap(([id, c]) =>
      'meeting' in c.binds && controls[id]?.applies
        ? [{ id, every: c.binds.meeting, owner: controls[id].owner, graceHours: c.graceHours ?? 8 }]
        : [],
    ),
    profiles: profilesOf(policy),
    reminders: policy.reminders,
    ...(policy.drillIsOptional ? { drillIsOptional: true as const } : {}),
    ...(policy.daysOff === undefined ? {} : { daysOff: daysOffOf(policy.daysOff) }),
    ...(policy.lastDayMovesToWorkingDay ? { movesOffDaysOff: true as const } : {}),
    clientSignatories: policy.clientSignatories,
    escalateTo: policy.escalateTo,
    numbers: {
      taskHours: policy.numbers.taskHours.value,
      graceHoursAfterGate: policy.numbers.graceHoursAfterGate.value,
      effectRetryMinutes: policy.numbers.effectRetryMinutes.value,
      accessReviewHours: policy.numbers.accessReviewHours.value,
      accountAnswerHours: policy.numbers.accountAnswerHours.value,
      manualReviewDays: policy.numbers.manualReviewDays.value,
      lapseWarningDays: policy.numbers.lapseWarningDays.value,
      vendorNoticeHours: policy.numbers.vendorNoticeHours.value,
      authorityNoticeHours: policy.numbers.authorityNoticeHours.value,
      incidentReminderPercents: policy.numbers.incidentReminderPercents.value,
      delegationMaxDays: policy.numbers.delegationMaxDays.value,
      refusalsPerHour: policy.numbers.refusalsPerHour.value,
      retentionYears: policy.numbers.retentionYears.value,
      ...agreementNumbers(policy.numbers),
    },
  };
  return { hash: contentHash(body), ...body };
}

const AGREEMENT = [
  'acceptanceHours',
  'reworkHours',
  'disputeDays',
  'disputeAnswerHours',
  'disputeRounds',
  'accessRequestHours',
] as const;

/** What a policy says of milestones, disputes and requests for access; what it is silent on is not there. */
const agreementNumbers = (numbers: Policy['numbers']): Pick<Plan['numbers'], (typeof AGREEMENT)[number]> =>
  Object.fromEntries(
    AGREEMENT.flatMap((name) => {
      const number = numbers[name];
      return number === undefined ? [] : [[name, number.value]];
    }),
  );

const daysOffOf = ({ client, vendor }: NonNullable<Policy['daysOff']>): NonNullable<Plan['daysOff']> => ({
  ...(client === undefined ? {} : { client }),
  ...(vendor === undefined ? {} : { vendor }),
});

/** The figures that stand beside the price; none where the policy asks for none. */
function pricesOf({ controls }: Policy): Prices | undefined {
  const { inHouseLowUsd: low, inHouseHighUsd: high, managedTeamFromUsd: from } = controls[PRICE]?.numbers ?? {};
  const price = ({ value, source }: { value: number; source: string }) => ({ usd: value, source });
  return low && high && from
    ? { inHouseLow: price(low), inHouseHigh: price(high), managedTeamFrom: price(from) }
    : undefined;
}

function plannedControl(id: string, control: PolicyControl, intake: Intake, model: EngagementModel): PlannedControl {
  const { applies, why } = appliesTo(id, control, intake);
  const row = {
    id,
    applies,
    ...(why === undefined ? {} : { why }),
    binding: bindingOf(control),
    stage: control.stage,
    ...(control.path === undefined ? {} : { path: control.path }),
    owner: ownerOf(id, control, model),
  };
  // Of what does not apply, the reason is enough.
  if (!applies) return row;
  return {
    ...row,
    ...(control.behind.length === 0 ? {} : { behind: control.behind }),
    ...exceptionsOf(id, control),
    ...(control.lapse === 'suspend' ? {} : { warnDays: control.lapse.warn }),
    ...valuesOf(control),
  };
}

/** Who may waive it and for how long; a red flag has the longest remedy too. */
function exceptionsOf(
  id: string,
  { binds, waivableBy, waiverMaxDays }: PolicyControl,
): Pick<PlannedControl, 'waivableBy' | 'waiverMaxDays'> {
  const waivable = !CONTROLS[id]?.locked && waivableBy.length > 0;
  return {
    ...(waivable ? { waivableBy } : {}),
    ...(waivable || 'dealBreaker' in binds ? { waiverMaxDays } : {}),
  };
}

/** Numbers and lists without their sources; nothing where there are none. */
function valuesOf({ numbers, lists }: PolicyControl): Pick<PlannedControl, 'numbers' | 'lists'> {
  const plain = <V>(sourced: Record<string, { value: V }>): Record<string, V> =>
    Object.fromEntries(Object.entries(sourced).map(([name, { value }]) => [name, value]));
  return {
    ...(Object.keys(numbers).length === 0 ? {} : { numbers: plain(numbers) }),
    ...(Object.keys(lists).length === 0 ? {} : { lists: plain(lists) }),
  };
}

/** Whether a control applies to a case, and why; without a reason where the policy just has it in force. */
function appliesTo(id: string, control: PolicyControl, intake: Intake): { applies: boolean; why?: Said } {
  const code = CONTROLS[id];
  if (code?.locked) return { applies: true, why: say('plan.locked') };
  if (control.when !== undefined && !holdsFor(id, control.when, intake))
    return { applies: false, why: say('plan.condition-fails', { condition: control.when }) };
  return (
    code?.applies?.(intake) ?? {
      applies: true,
      ...(control.when === undefined ? {} : { why: say('plan.condition-holds', { condition: control.when }) }),
    }
  );
}

/** How a control of a policy binds, as the plan says it. */
export function bindingOf({ binds }: Pick<PolicyControl, 'binds'>): Binding {
  if ('gate' in binds) return { kind: 'gate', holds: binds.gate };
  if ('dealBreaker' in binds) return { kind: 'deal-breaker', clearedBy: binds.dealBreaker };
  if ('track' in binds) return { kind: 'track', day: binds.track };
  if ('checkpoint' in binds) return { kind: 'checkpoint', day: binds.checkpoint };
  if ('meeting' in binds) return { kind: 'meeting', every: binds.meeting };
  if ('sla' in binds) return { kind: 'sla' };
  return { kind: 'advise' in binds ? 'advise' : 'always' };
}

const ownerOf = (id: string, control: PolicyControl, model: EngagementModel): Role =>
  CONTROLS[id]?.ownerIn?.[model] ?? control.owner;

/** A stage in which nothing applies needs nobody's decision: it opens by itself. */
function plannedStage(stage: Policy['stages'][number], controls: Record<string, PlannedControl>): PlannedStage {
  const { notBeforeDay, ...rest } = stage;
  const own = Object.values(controls).filter((c) => c.stage === stage.id);
  const idle =
    own.length > 0 && !own.some((c) => c.applies && ['gate', 'track', 'checkpoint'].includes(c.binding.kind));
  return { ...rest, deciders: idle ? [] : stage.deciders, ...(notBeforeDay === undefined ? {} : { notBeforeDay }) };
}
