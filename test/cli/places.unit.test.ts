import { placeInWords, placesInWords } from '../../cli/lib/places.js';
import type { PlacePage, PlaceRow } from '../../contract/places.js';

const AT = '2026-10-01T08:00:00.000Z';
const PLACE: PlaceRow = {
  ...{ provider: 'github', placeId: '8', name: 'harbour/claims', everyHours: 24, lookedAt: AT, nextLookAt: AT },
  ...{ failingSince: AT, code: 'ProviderRefused', unseen: ['teams'], open: 1, unknown: 1, caseCount: 1, cases: [] },
};
const PAGE: PlacePage = {
  place: PLACE,
  names: { 'p-ada': 'Ada Kowalczyk', 'p-owl': 'night-owl', 'p-bot': 'build-bot', 'p-sec': 'Karl Winter' },
  rows: [
    {
      ...{ caseId: 'c-1', title: 'Claims', vendor: 'Acme', resource: 'github:harbour/claims', zone: 'Europe/Berlin' },
      held: [
        {
          ...{
            id: 'l',
            person: 'p-ada',
            permission: 'pull',
            held: 'push',
            status: 'open',
            want: 'present',
            wantSince: AT,
          },
          ...{
            seen: 'present',
            others: { cases: ['c-2'], permission: 'push' },
            keptBy: [{ by: 'team', through: 'core' }],
          },
        },
      ],
      accounts: [
        {
          ...{ resource: 'github:harbour/claims', person: 'p-owl', foundThere: true },
          question: { since: AT, answerBy: AT },
        },
        {
          ...{ resource: 'github:harbour/claims', person: 'p-bot', foundThere: false },
          declared: { is: 'service', whose: 'Builds', by: 'p-sec', at: AT, reason: 'It builds.' },
        },
      ],
    },
  ],
};

test('given a place, then who holds what, by whom else it is granted, who is known, who is unknown, and what fails is read', () => {
  const text = placeInWords(PAGE).replace(/ +/g, ' ');
  for (const said of [
    'the provider refuses the look',
    'Not seen teams',
    'Ada Kowalczyk c-1 pull open push',
    'push by c-2; by the team core',
    'night-owl c-1 unknown, answer by',
    'build-bot c-1 service (Builds) Karl Winter: It builds.',
  ])
    expect(text).toContain(said);
});

test('given no place, then it is said; given places, then each with its id, which the same verb takes', () => {
  expect(placesInWords({ rows: [] })).toBe('No open case gives access to a place that is looked at.');
  expect(placesInWords({ rows: [PLACE] })).toContain('github:8');
});
