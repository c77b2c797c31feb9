import type { BoardPage } from '../../contract/deciding.js';
import { amount } from '../words/figures.js';
import { usdRange } from '../words/money.js';
import { voiceOf } from '../words/voice.js';
import { headWords } from './pages.js';
import { controlText, flagsText, flagText, scoreText } from './standing.js';

const WAY = { build: 'Build in-house', outsource: 'Outsource', hybrid: 'Hybrid' } as const;

const REASON = {
  'talent-scarcity': 'talent is scarce',
  speed: 'speed',
  'predictable-cost': 'predictable cost',
  focus: 'focus on your own product',
} as const;

/** Criteria that are shown, so that the page stays on one sheet. */
const CRITERIA_SHOWN = 5;

const eur = (value: number): string => `EUR ${String(value).replace(/\B(?=(\d{3})+$)/g, ',')}`;

function exposureSentence({ exposure: { classes, personalData, groupRevenueEur, tiers } }: BoardPage): string {
  const touched = `The vendor touches ${classes.length === 0 ? 'no named data' : classes.map((c) => c.replaceAll('-', ' ')).join(', ')}.`;
  if (!personalData) return `${touched} None of it is personal data, so no GDPR fine applies.`;
  if (tiers.length > 0 && groupRevenueEur !== undefined)
    return `${touched} For personal data of people in the EU, these are the highest fines for a breach at a group turnover of ${eur(groupRevenueEur)} in the preceding year:`;
  return groupRevenueEur === undefined
    ? `${touched} Add the group’s turnover to the intake to see the highest fines for personal data under Art. 83 GDPR.`
    : `${touched} None of the personal data is of people in the EU.`;
}

/** How the vendor stands: its score, every red flag, and what of the evaluation is not met. */
function standingWords({ standing, names, timeZone: zone }: BoardPage) {
  const { say } = voiceOf({ names, zone });
  const { controls, flags } = standing;
  return {
    score: scoreText(standing).join('. '),
    flagCounts: flagsText(standing),
    flags: flags.map((flag) => say(flagText(flag, zone))),
    notMet: controls.map((control) => say(controlText({ ...control, why: [] }, zone))).join(', ') || 'nothing',
  };
}

/** Everything that the page for the board shows, in words. */
export function boardWords(page: BoardPage) {
  const { outcome, recommended, wanted, reasons } = page;
  const left = outcome.successCriteria.length - CRITERIA_SHOWN;
  return {
    ...headWords(page),
    advice: recommended === undefined ? 'No recommendation yet.' : `Recommended: ${WAY[recommended].toLowerCase()}.`,
    why: page.why,
    warnings: page.warnings,
    outcome: outcome.statement,
    criteria: outcome.successCriteria.slice(0, CRITERIA_SHOWN),
    moreCriteria: left > 0 ? `${left} more ${left === 1 ? 'criterion' : 'criteria'} in the case.` : '',
    reasons: reasons.length === 0 ? 'no reason recorded (SU-6).' : `${reasons.map((r) => REASON[r]).join(', ')}.`,
    ways: page.ways.map((way) => ({
      label: WAY[way.id],
      recommended: way.id === recommended,
      wanted: way.id === wanted,
      weeks: way.weeksToShip === undefined ? 'not entered (SU-6)' : amount(way.weeksToShip, 'week'),
      cost: way.firstYear === undefined ? 'not known' : usdRange(way.firstYear),
      basis: way.basis,
      for: way.for,
      against: way.against,
    })),
    ...standingWords(page),
    exposure: exposureSentence(page),
    tiers: page.exposure.tiers.map(({ article, covers, maximumEur }) => ({
      article,
      covers,
      maximum: eur(maximumEur),
    })),
  };
}
