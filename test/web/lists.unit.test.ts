import { addressOf, askedOf, filterOf, isNarrowed } from '../../web/screens/cases/filter.js';
import { nameOfView, USUAL, viewsIn, withView } from '../../web/screens/cases/savedViews.js';
import { comparisonOf, countedIn } from '../../web/screens/vendors/record.js';

test('a filter is its address and back; what an address makes up is left out', () => {
  const filter = { status: 'open', stage: 'contract', late: 'true', search: '7', view: 'columns' } as const;
  expect(addressOf(filter)).toBe('/cases?late=true&search=7&stage=contract&status=open&view=columns');
  // The address of a page holds values, not texts.
  expect(filterOf({ ...filter, late: true, search: 7, model: 'king', other: 'x' })).toEqual(filter);
  expect(addressOf(filterOf({ status: 'new' }))).toBe('/cases');
});

test('the API is asked for the most urgent first, and not for the layout', () => {
  expect(askedOf({ view: 'columns', search: ' a ', late: 'true' })).toEqual({
    late: 'true',
    search: 'a',
    order: 'urgent',
  });
  expect([isNarrowed({ view: 'columns' }), isNarrowed({ late: 'true' })]).toEqual([false, true]);
});

test('saved views: one name is one view, and what cannot be read is none', () => {
  const mine = { name: 'Mine', filter: { search: 'bridge' } };
  expect(withView([mine], { name: 'Mine', filter: {} })).toEqual([{ name: 'Mine', filter: {} }]);
  expect(viewsIn(JSON.stringify([mine, { name: '' }, 7, { name: 'Odd', filter: { stage: 'x' } }]))).toEqual([
    mine,
    { name: 'Odd', filter: {} },
  ]);
  expect([viewsIn('{'), viewsIn(null), viewsIn('7')]).toEqual([[], [], []]);
  expect(nameOfView([mine, ...USUAL], { late: 'true' })).toBe('Late');
  expect(nameOfView([mine, ...USUAL], {})).toBeUndefined();
});

test('a vendor’s record counts what happened, over its cases, and leaves out what never did', () => {
  const none = {
    refusals: 0,
    lateTasks: 0,
    escalations: 0,
    waivers: 0,
    missedMeetings: 0,
    slaBreaches: 0,
    lateIncidentDuties: 0,
    lateMilestones: 0,
    returnedMilestones: 0,
  };
  const flag = { flag: 'RF-1', status: 'raised', raisedAt: '2026-09-01T08:00:00.000Z', reason: 'Late.' };
  const cases = [
    { caseId: 'c-1', redFlags: [flag], counts: { ...none, lateTasks: 2 } },
    { caseId: 'c-2', redFlags: [], counts: { ...none, lateTasks: 1, waivers: 1 } },
  ];
  expect(countedIn(cases)).toEqual([
    { n: 1, words: 'red flag' },
    { n: 3, words: 'late tasks' },
    { n: 1, words: 'waiver' },
  ]);
  expect(countedIn([{ redFlags: [], counts: none }])).toEqual([]);
  expect(comparisonOf(cases)).toBe('/api/compare.html?cases=c-1,c-2');
  expect([comparisonOf(cases.slice(1)), comparisonOf(Array(7).fill(cases[0]))]).toEqual([undefined, undefined]);
});
