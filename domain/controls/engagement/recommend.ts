import type { EngagementModel, Intake } from '../../case/intake.js';

/** A recommended engagement model, the answers that led there, and what to beware of; one sentence each. */
export type Recommendation = { recommended: EngagementModel; reasons: string[]; warnings: string[] };

/** Reasons that the answers of an intake give for each model (EM-1). */
function reasonsFor({ capacity, need }: Intake): Record<EngagementModel, string[]> {
  const when = (holds: boolean, sentence: string): string[] => (holds ? [sentence] : []);
  return {
    'staff-augmentation': [
      ...when(capacity.mlLeadership === 'strong', 'Strong ML leadership in-house can direct engineers day by day.'),
      ...when(need.skillGap === 'one-clear-gap', 'There is one clear skill gap to fill.'),
    ],
    project: [
      ...when(need.scope === 'bounded', 'The scope is well bounded, so a vendor can be held to acceptance criteria.'),
      ...when(need.requirements === 'stable', 'Requirements are stable.'),
    ],
    'managed-team': [
      ...when(capacity.managementTime !== 'ample', `Management time in-house is ${capacity.managementTime}.`),
      ...when(need.urgency === 'weeks', 'An outcome is needed within weeks.'),
      ...when(capacity.mlLeadership === 'none', 'There is no ML leadership in-house to direct engineers.'),
    ],
  };
}

/**
 * Recommends an engagement model from the intake (EM-1): staff augmentation for strong ML leadership and one clear gap; project for a
 * well-bounded scope; managed team where management capacity is short or an outcome is needed fast, and on a tie.
 */
export function recommendModel(intake: Intake): Recommendation {
  const reasons = reasonsFor(intake);
  const { capacity, need } = intake;
  const augment = capacity.mlLeadership === 'strong' && need.skillGap === 'one-clear-gap';
  const project = need.scope === 'bounded';
  const managed = capacity.managementTime !== 'ample' || need.urgency === 'weeks';
  const candidates: EngagementModel[] = [
    ...(augment ? (['staff-augmentation'] as const) : []),
    ...(project ? (['project'] as const) : []),
    ...(managed ? (['managed-team'] as const) : []),
  ];
  const only = candidates.length === 1 ? candidates[0] : undefined;
  const recommended = only ?? 'managed-team';
  const tie =
    only !== undefined
      ? []
      : [
          candidates.length === 0
            ? 'Nothing speaks clearly for one model; a managed team is recommended then, since the wrong model is the most common way to lose control.'
            : `The answers speak for ${candidates.join(' and ')} alike; a managed team is recommended on a tie, since the wrong model is the most common way to lose control.`,
        ];
  return {
    recommended,
    reasons: [...reasons[recommended], ...tie, ...costHint(intake)],
    warnings: warningsFor(intake, recommended),
  };
}

function warningsFor({ model, need }: Intake, recommended: EngagementModel): string[] {
  const moving = need.requirements === 'moving' && (model === 'project' || recommended === 'project');
  return [
    ...(moving ? ['Beware: requirements will move, as in most AI work, and a project prices every change.'] : []),
    ...(model === recommended
      ? []
      : [`Beware: the intake wants ${model}; choosing it takes a reason on the record (EM-1).`]),
  ];
}

/** Loaded cost of a senior AI engineer in-house in the US, US dollars a month: base, equity, recruiter fee, benefits, employer tax. */
const IN_HOUSE_USD = { low: 22_000, high: 38_000, source: 'Levels.fyi 2026' };

/** The price beside what the same engineer costs in-house; a hint, which speaks for no model by itself. */
function costHint({ monthlyRateUsd: rate }: Intake): string[] {
  if (rate === undefined) return [];
  const usd = (amount: number): string => `USD ${String(amount).replace(/\B(?=(\d{3})+$)/g, ',')}`;
  const { low, high, source } = IN_HOUSE_USD;
  const place = rate < low ? 'below' : rate > high ? 'above' : 'within';
  return [
    `${usd(rate)} per engineer and month is ${place} the ${usd(low)} to ${usd(high)} that a senior AI engineer costs in-house in the US (${source}).`,
  ];
}
