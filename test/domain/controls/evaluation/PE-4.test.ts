import { say } from '../../../../domain/say.js';
import { assess, HASH, intake, met, open, ref, refused, type World } from '../../../support/controls/scene.js';
import { type Bar, expectBar, expectCommon, pointOf } from '../../../support/controls/scored.js';

const one = { company: 'Nordfracht', industry: 'logistics', spokenOn: '2026-08-20', again: true };
const two = { ...one, company: 'Seeweg' };
const site = {
  site: 'reviews.example',
  runByVendor: false,
  link: 'https://reviews.example/vendor',
  checkedOn: '2026-08-21',
  confirmed: true,
};
const other = { ...site, site: 'ratings.example' };
const facts = { clientIndustry: 'logistics', references: [one, two], reviews: [site, other] };
const point = pointOf('PE-4', facts);

const BARS: Bar[] = [
  [{ references: [{ ...one, spokenOn: '2026-09-06' }] }, 1, say('PE-4.nobody-spoken-to')],
  [{ references: [{ ...one, again: false }] }, 1, say('PE-4.nobody-spoken-to')],
  [{ references: [{ ...one, industry: 'health' }] }, 2, say('PE-4.none-in-industry', { industry: 'logistics' })],
  [
    {
      reviews: [
        { ...site, runByVendor: true },
        { ...other, confirmed: false },
      ],
    },
    2,
    say('PE-4.no-review-site'),
  ],
  [
    { references: [one, { ...one, company: 'NORDFRACHT GmbH' }] },
    3,
    say('PE-4.one-in-industry', { industry: 'logistics' }),
  ],
  [{ reviews: [site, site] }, 3, say('PE-4.one-review-site')],
];

test.each(BARS)('PE-4 is refused when %j and the score is above %i', (...bar) => {
  expectBar(point, bar);
});

test('PE-4 is refused when no client is named', () => {
  expect(point.judge({ references: [], score: 1 })).toEqual(refused(point.says(1, 0, say('PE-4.no-clients'))));
});

test('PE-4 is refused for a vendor that refers to itself, and for an answer of somebody who was not spoken to', () => {
  const own = { ...one, company: 'VENDOR Ltd.' };
  expect(point.judge({ references: [one, two, own] })).toEqual(
    refused(say('PE-4.vendor-itself', { company: 'VENDOR Ltd.' })),
  );
  const { spokenOn: _none, ...silent } = one;
  expect(point.judge({ references: [{ ...silent, company: 'Third' }, one, two] })).toEqual(
    refused(say('PE-4.not-spoken-to', { company: 'Third' })),
  );
});

test('PE-4 is refused when a site would be looked at after the day of scoring', () => {
  expect(point.judge({ reviews: [site, { ...other, checkedOn: '2026-09-06' }] })).toEqual(
    refused(say('PE-4.checked-after-scoring', { sites: ['ratings.example'], scoredOn: '2026-09-05' })),
  );
});

test('PE-4 is refused when the intake names another industry than the references are from', () => {
  const world: World = { intake: { client: { ...intake.client, industry: 'finance' } } };
  expect(point.judge({ score: 3 }, world)).toEqual(
    refused(point.says(3, 2, say('PE-4.none-in-industry', { industry: 'finance' }))),
  );
});

test('PE-4 is refused below the least score, and open without anything to read', () => {
  expectCommon('PE-4', point);
});

test("PE-4 is met by two references in the client's industry and two independent sites", () => {
  expect(point.judge()).toEqual(met([ref('PE-4', point.form), `document:${HASH}`]));
});

test("PE-4 is open before it is scored, and while nobody names the client's industry", () => {
  expect(assess('PE-4', { numbers: point.numbers })).toEqual(open([say('PE-4.not-scored')]));
  const { clientIndustry: _none, ...bare } = point.form;
  expect(assess('PE-4', { form: bare, numbers: point.numbers })).toEqual(open([say('PE-4.no-industry')]));
});
