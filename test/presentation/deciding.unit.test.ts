import { costPage, modelsPage } from '../../contract/deciding.js';
import type { CaseState } from '../../domain/case/state.js';
import { say } from '../../domain/say.js';
import { costPageOf } from '../../presentation/deciding/cost.js';
import { costHtml, modelsHtml } from '../../presentation/deciding/html.js';
import { modelsPageOf } from '../../presentation/deciding/models.js';
import { costWords, modelsWords } from '../../presentation/deciding/pages.js';
import { planned, sceneOf, type World } from '../support/controls/scene.js';

const NOW = '2026-09-10T10:00:00.000Z';
const EVIL = '<script>alert("x")</script>';
const FIGURES = {
  inHouseLowUsd: { value: 22_000, source: 'Levels.fyi 2026' },
  inHouseHighUsd: { value: 38_000, source: 'Levels.fyi 2026' },
};
const NUMBERS = { inHouseLowUsd: 22_000, inHouseHighUsd: 38_000 };

const stateOf = (world: World = {}): CaseState =>
  sceneOf('RF-4', { controls: { 'EM-3': planned('EM-3', NUMBERS) }, ...world }).state;

describe('engagement models', () => {
  const page = modelsPageOf(
    stateOf({
      model: {
        wanted: 'project',
        recommended: 'managed-team',
        chosen: 'project',
        reasons: [say('engagement.little-management-time'), say('engagement.other-model-wanted', { model: 'project' })],
      },
      evidence: { 'EM-1': { model: 'project', reason: `The scope is fixed by law. ${EVIL}` } },
    }),
    NOW,
  );

  test('the recommended one is marked, with why, and why another one is chosen', () => {
    const { rows, ...words } = modelsWords(page);
    expect(words).toEqual({
      title: 'Claims assistant',
      subtitle: 'Vendor for Client, as of Thu 10 Sep 2026, 10:00 (UTC). Case case-1.',
      footer: 'Drawbridge, case case-1, Thu 10 Sep 2026, 10:00 (UTC). From the record of the case and its policy.',
      recommended: 'Managed team',
      status: 'Project was chosen.',
      reasons: [
        'In-house management time is limited.',
        'Caution: the intake asks for project. Choosing it needs a reason on record (EM-1).',
      ],
      overrideReason: `The scope is fixed by law. ${EVIL}`,
      models: [
        { label: 'Staff augmentation', recommended: false, chosen: false },
        { label: 'Project', recommended: false, chosen: true },
        { label: 'Managed team', recommended: true, chosen: false },
      ],
    });
    expect(rows.map(({ label, cells }) => [label, ...cells.map((c) => c.text)])).toEqual([
      ['Owns the outcome', 'The client.', 'The vendor, within the scope agreed.', 'The partner.'],
      ['Manages the engineers', "The client's managers, day by day.", 'The vendor.', "The partner's lead."],
      ['Quality control', 'The client.', 'The vendor; the client accepts against criteria.', 'Part of the engagement.'],
      ['Ramp-up', 'The client onboards each person.', 'Discovery comes first.', 'The team arrives ready to work.'],
      [
        'Best for',
        'One known skill that the team lacks.',
        'A well-bounded problem.',
        'An outcome that is needed fast.',
      ],
      ['Management overhead for the client', 'High.', 'Medium.', 'Low.'],
      [
        'Risk of losing the knowledge',
        'High: what the engineers know leaves when the contract ends.',
        'Medium: what is not a deliverable leaves with the vendor.',
        'Low: knowledge is documented and handed over by design.',
      ],
      [
        'Control by',
        'Direct supervision every day.',
        'Milestones and their acceptance.',
        'Governance, KPIs and a fixed cadence.',
      ],
    ]);
  });

  test('given a client in another zone, then the page gives its time', () => {
    const { subtitle, footer } = modelsWords({ ...page, timeZone: 'Europe/Berlin' });
    expect([subtitle, footer]).toEqual([
      'Vendor for Client, as of Thu 10 Sep 2026, 12:00 (Berlin). Case case-1.',
      'Drawbridge, case case-1, Thu 10 Sep 2026, 12:00 (Berlin). From the record of the case and its policy.',
    ]);
  });

  test('it is data of its schema, and the page escapes what people wrote', () => {
    expect(modelsPage.parse(JSON.parse(JSON.stringify(page)))).toEqual(page);
    expect(modelsHtml(page)).toContain('&lt;script&gt;');
    expect(modelsHtml(page)).not.toMatch(/<script|<link|<img|url\(|@import|https?:/i);
  });

  test('a reason for another model than the chosen one is not shown', () => {
    const other = stateOf({ evidence: { 'EM-1': { model: 'project', reason: 'It was thought so once.' } } });
    expect(modelsPageOf(other, NOW).overrideReason).toBeUndefined();
  });
});

describe('cost', () => {
  test('a case without EM-3 says what is lacking and shows the figures of the policy with their source', () => {
    const page = costPageOf(stateOf({ intake: { monthlyRateUsd: 13_500 } }), NOW, FIGURES, {});
    expect(costPage.parse(JSON.parse(JSON.stringify(page)))).toEqual(page);
    const { title: _t, subtitle: _s, footer: _f, ...words } = costWords(page);
    expect(words).toEqual({
      lacking: [
        'The loaded in-house cost is missing (EM-3); the policy’s figures are used instead.',
        'Your own management cost is missing (EM-3) and not included.',
      ],
      lines: [
        {
          label: 'In-house, loaded',
          monthly: 'USD 22,000 to USD 38,000',
          yearly: 'USD 264,000 to USD 456,000',
          from: 'Policy figures, below',
          sum: false,
        },
        {
          label: "Vendor's all-in rate",
          monthly: 'USD 13,500',
          yearly: 'USD 162,000',
          from: 'The intake',
          sum: false,
        },
      ],
      entered: '',
      saving: [
        { label: 'One engineer', monthly: 'USD 8,500 to USD 24,500', yearly: 'USD 102,000 to USD 294,000' },
        { label: 'The team of 2', monthly: 'USD 17,000 to USD 49,000', yearly: 'USD 204,000 to USD 588,000' },
      ],
      percent: 'That is 38.6 % to 64.5 % of the loaded in-house cost.',
      figures: [
        { label: 'Loaded cost in-house, from', value: 'USD 22,000', source: 'Levels.fyi 2026 (policy test 1)' },
        { label: 'Loaded cost in-house, to', value: 'USD 38,000', source: 'Levels.fyi 2026 (policy test 1)' },
      ],
      invoices: [],
    });
  });

  test('given EM-3, then parts, sum and who entered it stand on the page', () => {
    const form = {
      monthlyRateUsd: 13_500,
      covers: ['pay'],
      feesLater: false,
      quoted: 'per-month',
      noticeDays: 30,
      minimumTermMonths: 3,
      exitFeeUsd: 0,
      inHouse: {
        baseUsd: 210_000,
        equityUsd: 60_000,
        recruiterUsd: 12_000,
        benefitsUsd: 32_000,
        employerTaxUsd: 18_500,
      },
      managementMonthlyUsd: 1_200,
    };
    const page = costPageOf(stateOf({ evidence: { 'EM-3': form } }), NOW, {}, { 'p-contact': 'Marta Zielińska' });
    const { lines, lacking, entered, percent } = costWords(page);
    expect({ lacking, percent }).toEqual({ lacking: [], percent: 'That is 46.9 % of the loaded in-house cost.' });
    expect(entered).toMatch(
      /^EM-3 was entered by Marta Zielińska on Thu 10 Sep 2026, 10:00 \(UTC\), form [0-9a-f]{10}…\.$/,
    );
    expect(lines.map((l) => [l.label, l.monthly, l.yearly, l.from, l.sum])).toEqual([
      ['In-house: base salary', 'USD 17,500', 'USD 210,000', 'EM-3', false],
      ['In-house: equity', 'USD 5,000', 'USD 60,000', 'EM-3', false],
      ["In-house: recruiter's fee, spread", 'USD 1,000', 'USD 12,000', 'EM-3', false],
      ['In-house: benefits', 'USD 2,667', 'USD 32,000', 'EM-3', false],
      ["In-house: employer's tax", 'USD 1,542', 'USD 18,500', 'EM-3', false],
      ['In-house, loaded', 'USD 27,708', 'USD 332,500', 'The five parts above', true],
      ["Vendor's all-in rate", 'USD 13,500', 'USD 162,000', 'EM-3', false],
      ['Your own management of the vendor', 'USD 1,200', 'USD 14,400', 'EM-3', false],
      ['Vendor with your management', 'USD 14,700', 'USD 176,400', 'The two lines above', true],
    ]);
  });

  test('what was billed above what was agreed stands out, and names are escaped', () => {
    const state = stateOf({
      intake: { title: EVIL, monthlyRateUsd: 13_500 },
      state: { invoices: { '2026-09': { billedUsd: 30_000, engineers: 2 } } },
    });
    const html = costHtml(costPageOf(state, NOW, FIGURES, {}));
    expect(html).toContain('<strong>USD 3,000</strong>');
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<script/);
  });
});
