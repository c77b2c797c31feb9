import { assetsOf, refOf, resourcesOf } from '../../access/resources.js';
import type { CaseState } from '../../case/state.js';
import { say } from '../../say.js';
import { onRoster } from '../sides.js';
import { answersOf } from './answers.js';
import type { Party, Place, Source, Tool } from './entry.js';
import { hasRole } from './parties.js';

/** Places of the parties and of the data that the case file names. */
function byCase({ intake }: CaseState): Place[] {
  const personal = resourcesOf(intake).flatMap((r) => (r.personalData ? [r.ref] : []));
  const file = (answer: string) => ({ from: 'case-file', answer });
  const client = intake.client.country ?? intake.client.holidays.slice(0, 2);
  return [
    { ...file('client'), country: client, because: say('register.place-client') },
    { ...file('vendor'), country: intake.vendor.country, because: say('DP-2.place-vendor'), personal: true },
    ...assetsOf(intake).map((asset): Place => {
      const ref = refOf(asset);
      return {
        ...file('resources'),
        country: asset.country,
        because: say('DP-2.place-asset', { asset: ref }),
        ...(personal.includes(ref) ? { personal: true } : {}),
      };
    }),
  ];
}

/** Places of companies: those that process personal data may see them from there. */
function byParties(parties: readonly Party[]): Place[] {
  return parties.flatMap((party) =>
    party.countries
      .filter((c) => c.from !== 'case-file')
      .map(
        ({ country, from, answer }): Place => ({
          from,
          answer,
          country,
          because: say('DP-2.place-company', { company: party.name }),
          ...(hasRole(party, 'sub-processor') ? { personal: true } : {}),
        }),
      ),
  );
}

const byTools = (tools: readonly Tool[]): Place[] =>
  tools.flatMap(({ tool, terms }): Place[] =>
    terms === undefined || terms.logs === 'not-kept' || terms.logCountry === undefined
      ? []
      : [
          {
            from: 'DC-5',
            answer: 'tools',
            country: terms.logCountry,
            because: say('DP-2.place-logs', { tool }),
            personal: true,
          },
        ],
  );

const byRoster = (state: CaseState): Place[] =>
  Object.values(state.people)
    .filter((p) => onRoster(state, p.id))
    .map(({ id, country }) => ({
      from: 'roster',
      answer: id,
      country,
      because: say('register.place-person', { person: id }),
    }));

/** Countries that the contract lets the data lie in, be seen from or go to: where they may be, and not where they are. */
export function allowedPlaces(state: CaseState): (Source & { country: string })[] {
  const answers = answersOf(state, 'DP-2');
  if (answers === undefined) return [];
  const all = (['storedIn', 'reachedFrom', 'transfers'] as const).map((answer) => ({ answer, list: answers[answer] }));
  return all.flatMap(({ answer, list }) => list.map(({ country }) => ({ from: 'DP-2', answer, country })));
}

/** Every country in which somebody or something of the case is, with what brings it there. */
export const placesOf = (state: CaseState, parties: readonly Party[], tools: readonly Tool[]): Place[] => [
  ...byCase(state),
  ...byParties(parties),
  ...byTools(tools),
  ...byRoster(state),
];
