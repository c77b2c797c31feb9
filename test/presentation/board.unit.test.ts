import { boardPage } from '../../contract/deciding.js';
import type { CaseState } from '../../domain/case/state.js';
import { boardPageOf } from '../../presentation/deciding/board.js';
import { boardWords } from '../../presentation/deciding/boardWords.js';
import { boardHtml } from '../../presentation/deciding/html.js';
import { intake as base, planned, sceneOf, type World } from '../support/controls/scene.js';

const NOW = '2026-09-10T10:00:00.000Z';
const EVIL = '<script>alert("x")</script>';
const NUMBERS = { inHouseLowUsd: 22_000, inHouseHighUsd: 38_000 };

const stateOf = (world: World): CaseState =>
  sceneOf('RF-4', { controls: { 'EM-3': planned('EM-3', NUMBERS) }, ...world }).state;

describe('the page for the board', () => {
  const board = (intake: World['intake']) =>
    boardPageOf(stateOf({ intake: { monthlyRateUsd: 13_500, ...intake } }), NOW);
  const eu = {
    data: { classes: ['personal-data' as const], euPersonalData: true },
    client: { ...base.client, groupRevenueEur: 800_000_000 },
  };

  test('it shows outcome, ways, recommendation and the fines that a breach may cost', () => {
    const page = board({
      ...eu,
      sourcing: {
        approach: 'outsource',
        aiIsCoreProduct: false,
        reasons: ['speed', 'focus'],
        weeksToShip: { vendor: 2, inHouse: 1 },
      },
    });
    expect(boardPage.parse(JSON.parse(JSON.stringify(page)))).toEqual(page);
    const { ways, title: _t, subtitle: _s, footer: _f, ...words } = boardWords(page);
    expect(words).toEqual({
      advice: 'Recommended: outsource.',
      why: [
        'AI is not the core product (SU-2), and in-house is not ahead in leadership, time and cost together (SU-5, SU-6).',
      ],
      warnings: [
        'The loaded in-house cost is missing (EM-3); the policy’s figures are used instead.',
        'Your own management cost is missing (EM-3) and not included.',
      ],
      score: 'not scored',
      flagCounts: 'none',
      flags: [],
      notMet: 'nothing',
      outcome: 'Claims are sorted without a person.',
      criteria: [{ criterion: 'Most claims are sorted right', measure: '95 % of the test set' }],
      moreCriteria: '',
      reasons: 'speed, focus on your own product.',
      exposure:
        'The vendor touches personal data. For personal data of people in the EU, these are the highest fines for a breach at a group turnover of EUR 800,000,000 in the preceding year:',
      tiers: [
        { article: 'Art. 83(4) GDPR', covers: expect.stringContaining('breach notice'), maximum: 'EUR 16,000,000' },
        { article: 'Art. 83(5) GDPR', covers: expect.stringContaining('principles'), maximum: 'EUR 32,000,000' },
      ],
    });
    expect(
      ways.map(({ label, recommended, wanted, weeks, cost }) => [label, recommended, wanted, weeks, cost]),
    ).toEqual([
      ['Build in-house', false, false, '1 week', 'USD 528,000 to USD 912,000'],
      ['Outsource', true, true, '2 weeks', 'USD 324,000'],
      ['Hybrid', false, false, '2 weeks', 'not known'],
    ]);
  });

  test.each([
    [{}, 'The vendor touches source code. None of it is personal data, so no GDPR fine applies.'],
    [
      { data: eu.data },
      'The vendor touches personal data. Add the group’s turnover to the intake to see the highest fines for personal data under Art. 83 GDPR.',
    ],
    [
      { ...eu, data: { ...eu.data, euPersonalData: false } },
      'The vendor touches personal data. None of the personal data is of people in the EU.',
    ],
  ])('without figures the exposure says so: %#', (intake, expected) => {
    const words = boardWords(board(intake));
    expect([words.exposure, words.tiers]).toEqual([expected, []]);
  });

  test('what people wrote is escaped, and no more than five criteria are shown', () => {
    const successCriteria = Array.from({ length: 7 }, (_, i) => ({ criterion: `${EVIL}${i}`, measure: 'Counted.' }));
    const html = boardHtml(board({ outcome: { statement: EVIL, successCriteria } }));
    expect(html).not.toMatch(/<script|<link|<img|url\(|@import|https?:/i);
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('2 more criteria in the case.');
    expect(html).not.toContain(')5');
  });
});
