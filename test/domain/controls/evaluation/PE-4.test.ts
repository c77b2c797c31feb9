import { assess, HASH, intake, met, open, ref, refused, type World } from '../../../support/controls/scene.js';
import { type Bar, expectBar, expectCommon, pointOf } from '../../../support/controls/scored.js';

const one = { company: 'Nordfracht', industry: 'logistics', spokenOn: '2026-08-20', again: true };
const two = { ...one, company: 'Seeweg' };
const site = {
  site: 'reviews.example',
  runByVendor: false,
  link: 'https://reviews.example/vendor',
  checkedOn: '2026-08-21',
  bornOut: true,
};
const other = { ...site, site: 'ratings.example' };
const facts = { clientIndustry: 'logistics', references: [one, two], reviews: [site, other] };
const point = pointOf('PE-4', facts);

const BARS: Bar[] = [
  [{ references: [{ ...one, spokenOn: '2026-09-06' }] }, 1, 'nobody spoke to a client who would engage them again'],
  [{ references: [{ ...one, again: false }] }, 1, 'nobody spoke to a client who would engage them again'],
  [{ references: [{ ...one, industry: 'health' }] }, 2, 'no such client is in the industry logistics'],
  [
    {
      reviews: [
        { ...site, runByVendor: true },
        { ...other, bornOut: false },
      ],
    },
    2,
    'no independent review site bears out the figures on satisfaction',
  ],
  [{ references: [one, one] }, 3, 'only one such client is in the industry logistics'],
  [{ reviews: [site, site] }, 3, 'only one independent review site was checked'],
];

test.each(BARS)('PE-4 is refused when %j and the score is above %i', (...bar) => {
  expectBar(point, bar);
});

test('PE-4 is refused when no client is named', () => {
  expect(point.judge({ references: [], score: 1 })).toEqual(refused(point.says(1, 0, 'no client of theirs is named')));
});

test('PE-4 is refused when a site would be looked at after the day of scoring', () => {
  expect(point.judge({ reviews: [site, { ...other, checkedOn: '2026-09-06' }] })).toEqual(
    refused('ratings.example would be looked at after the day of scoring; correct the days.'),
  );
});

test('PE-4 is refused when the intake names another industry than the references are from', () => {
  const world: World = { intake: { client: { ...intake.client, industry: 'finance' } } };
  expect(point.judge({ score: 3 }, world)).toEqual(
    refused(point.says(3, 2, 'no such client is in the industry finance')),
  );
});

test('PE-4 is refused below the least score, and open without anything to read', () => {
  expectCommon('PE-4', point);
});

test("PE-4 is met by two references in the client's industry and two independent sites", () => {
  expect(point.judge()).toEqual(met([ref('PE-4', point.form), `document:${HASH}`]));
});

test("PE-4 is open before it is scored, and while nobody names the client's industry", () => {
  expect(assess('PE-4', { numbers: point.numbers })).toEqual(open(['The references are not scored yet.']));
  const { clientIndustry: _none, ...bare } = point.form;
  expect(assess('PE-4', { form: bare, numbers: point.numbers })).toEqual(
    open(["The client's industry is not named; say it in the form, so that references compare."]),
  );
});
