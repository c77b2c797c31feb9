import type { BoardPage } from '../../contract/deciding.js';
import type { CaseState } from '../../domain/case/state.js';
import { exposureOf, type FineTier } from '../../domain/controls/data/exposure.js';
import { touchesPersonalData } from '../../domain/controls/data/personalData.js';
import { costSheetOf } from '../../domain/controls/engagement/costSheet.js';
import { givenOf } from '../../domain/controls/suitability/given.js';
import { recommendWay } from '../../domain/controls/suitability/recommendWay.js';
import { waysOf } from '../../domain/controls/suitability/ways.js';
import type { Instant } from '../../domain/time.js';
import { controlViews } from '../views/controls.js';
import { wordsOf, wordsOfAll } from '../words/words.js';
import { lackingIn } from './lacking.js';
import { headOf } from './models.js';
import { standingOf } from './standing.js';

/** What is fined in a tier, in a few words. */
const COVERS: Record<FineTier['article'], string> = {
  'Art. 83(4) GDPR':
    'duties of controller and processor, such as breach notice and security (Art. 8, 11, 25 to 39, 42, 43)',
  'Art. 83(5) GDPR':
    'principles, rights of data subjects and transfers to third countries (Art. 5 to 7, 9, 12 to 22, 44 to 49)',
};

/** The page for the board: what is wanted, the three ways, the recommendation, how the vendor stands, the exposure. */
export function boardPageOf(state: CaseState, now: Instant, names: Record<string, string> = {}): BoardPage {
  const { intake } = state;
  const sheet = costSheetOf(state);
  const given = givenOf(state);
  const { recommended, reasons, warnings } = recommendWay(intake, sheet, given);
  const { groupRevenueEur } = intake.client;
  const personalData = touchesPersonalData(intake);
  const exposed = intake.data.euPersonalData && groupRevenueEur !== undefined ? exposureOf(groupRevenueEur) : [];
  return {
    ...headOf(state, now),
    outcome: given.outcome,
    reasons: given.reasons,
    ...(given.approach && { wanted: given.approach }),
    engineers: sheet.engineers,
    ways: waysOf(state, sheet, given).map((way) => ({
      ...way,
      basis: wordsOf(way.basis),
      for: wordsOfAll(way.for),
      against: wordsOfAll(way.against),
    })),
    ...(recommended && { recommended }),
    why: wordsOfAll(reasons),
    warnings: [...wordsOfAll(warnings), ...lackingIn(sheet)],
    standing: standingOf(state, now, controlViews(state, now)),
    exposure: {
      classes: intake.data.classes,
      personalData,
      ...(groupRevenueEur !== undefined && { groupRevenueEur }),
      tiers: exposed.map(({ article, maximumEur }) => ({ article, covers: COVERS[article], maximumEur })),
    },
    names,
  };
}
