import type { EngagementModel, Intake } from '../../case/intake.js';
import { type Said, say } from '../../say.js';

/** A recommended engagement model, the answers that led there, and what to beware of. */
export type Recommendation = { recommended: EngagementModel; reasons: Said[]; warnings: Said[] };

/** Price figures of the policy, US dollars per engineer and month, each with where it comes from. */
export type Prices = Record<'inHouseLow' | 'inHouseHigh' | 'managedTeamFrom', { usd: number; source: string }>;

/** Reasons that the answers of an intake give for each model (EM-1). */
function reasonsFor({ capacity, need }: Intake): Record<EngagementModel, Said[]> {
  const when = (holds: boolean, reason: Said): Said[] => (holds ? [reason] : []);
  const { mlLeadership, managementTime } = capacity;
  return {
    'staff-augmentation': [
      ...when(mlLeadership === 'strong', say('engagement.strong-leadership')),
      ...when(need.skillGap === 'one-clear-gap', say('engagement.one-skill-gap')),
    ],
    project: [
      ...when(need.scope === 'bounded', say('engagement.bounded-scope')),
      ...when(need.requirements === 'stable', say('engagement.stable-requirements')),
    ],
    'managed-team': [
      ...when(managementTime === 'limited', say('engagement.little-management-time')),
      ...when(managementTime === 'none', say('engagement.no-management-time')),
      ...when(need.urgency === 'weeks', say('engagement.needed-soon')),
      ...when(mlLeadership === 'none', say('engagement.no-leadership')),
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
  const candidates = candidatesFor(intake);
  const only = candidates.length === 1 ? candidates[0] : undefined;
  const recommended = only ?? 'managed-team';
  return {
    recommended,
    reasons: [
      ...reasonsFor(intake)[recommended],
      ...(only === undefined ? [tieOf(candidates)] : []),
      ...costHint(intake, prices),
    ],
    warnings: warningsFor(intake, recommended),
  };
}

/** The models that the answers speak for. */
function candidatesFor({ capacity, need }: Intake): EngagementModel[] {
  const augment = capacity.mlLeadership === 'strong' && need.skillGap === 'one-clear-gap';
  const managed = capacity.managementTime !== 'ample' || need.urgency === 'weeks';
  return [
    ...(augment ? (['staff-augmentation'] as const) : []),
    ...(need.scope === 'bounded' ? (['project'] as const) : []),
    ...(managed ? (['managed-team'] as const) : []),
  ];
}

const tieOf = (models: EngagementModel[]): Said =>
  models.length === 0 ? say('engagement.nothing-clear') : say('engagement.tie', { models });

function warningsFor({ model, need }: Intake, recommended: EngagementModel): Said[] {
  const moving = need.requirements === 'moving' && (model === 'project' || recommended === 'project');
  return [
    ...(moving ? [say('engagement.moving-requirements')] : []),
    ...(model === recommended ? [] : [say('engagement.other-model-wanted', { model })]),
  ];
}

/** The price beside what the same engineer costs in-house; a hint, which speaks for no model by itself. */
function costHint({ monthlyRateUsd: rate }: Intake, prices: Prices | undefined): Said[] {
  if (rate === undefined || prices === undefined) return [];
  const { inHouseLow: low, inHouseHigh: high, managedTeamFrom: from } = prices;
  const [lowUsd, highUsd, fromUsd] = [low.usd, high.usd, from.usd];
  return [
    say(
      rate < lowUsd
        ? 'engagement.rate-below-in-house'
        : rate > highUsd
          ? 'engagement.rate-above-in-house'
          : 'engagement.rate-like-in-house',
      { rateUsd: rate, lowUsd, highUsd, source: low.source, fromUsd, fromSource: from.source },
    ),
  ];
}
