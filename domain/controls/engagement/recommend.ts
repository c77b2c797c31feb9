import type { EngagementModel, Intake } from '../../case/intake.js';
import { usd } from './cost.js';

/** A recommended engagement model, the answers that led there, and what to beware of; one sentence each. */
export type Recommendation = { recommended: EngagementModel; reasons: string[]; warnings: string[] };

/** Price figures of the policy, US dollars per engineer and month, each with where it comes from. */
export type Prices = Record<'inHouseLow' | 'inHouseHigh' | 'managedTeamFrom', { usd: number; source: string }>;

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
 *
 * @param prices those of EM-3; left out, the price of the intake is set beside nothing
 */
export function recommendModel(intake: Intake, prices?: Prices): Recommendation {
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
    reasons: [...reasons[recommended], ...tie, ...costHint(intake, prices)],
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

/** The price beside what the same engineer costs in-house; a hint, which speaks for no model by itself. */
function costHint({ monthlyRateUsd: rate }: Intake, prices: Prices | undefined): string[] {
  if (rate === undefined || prices === undefined) return [];
  const { inHouseLow: low, inHouseHigh: high, managedTeamFrom: from } = prices;
  const place = rate < low.usd ? 'below' : rate > high.usd ? 'above' : 'within';
  return [
    `${usd(rate)} per engineer and month is ${place} the ${usd(low.usd)} to ${usd(high.usd)} that a senior AI engineer costs in-house in the US (${low.source}); managed teams start at ${usd(from.usd)} (${from.source}).`,
  ];
}
