import { resourcesOf } from '../../access/resources.js';
import type { PersonId } from '../../case/roles.js';
import type { CaseState } from '../../case/state.js';
import { own } from '../../record.js';
import { say } from '../../say.js';
import { namesCompany } from '../company.js';
import { answersOf } from './answers.js';
import type { Party, Register, Source } from './entry.js';
import type { Pair } from './pair.js';
import { hasRole } from './parties.js';

const DECLARED: Source = { from: 'IP-6', answer: 'subcontractors' };
const PROCESSING: Source = { from: 'DP-1', answer: 'subProcessors' };
const SCREENED: Source = { from: 'SC-1', answer: 'subcontractors' };
const LISTED: Source = { from: 'DC-5', answer: 'tools' };

const isOwn = (party: Party): boolean => hasRole(party, 'vendor') || hasRole(party, 'client');

/** Hosted models under an account that is not the client's do part of the work: their providers process for it (GDPR Art. 28(2)). */
function modelPairs(state: CaseState, { tools }: Register): Pair[] {
  const listed = answersOf(state, 'DP-1')?.subProcessors.map((s) => s.company);
  if (listed === undefined) return [];
  return tools.flatMap(({ tool, provider = tool, terms }): Pair[] => {
    const processes = terms !== undefined && terms.accountOwner !== 'client' && terms.use !== 'coding-assistant';
    if (!processes || listed.some((l) => namesCompany(provider, l))) return [];
    return [
      {
        said: say('DP-1.model-unlisted', { tool, provider }),
        answers: [LISTED, PROCESSING],
        holders: ['DP-1'],
        acts: true,
      },
    ];
  });
}

/** Companies, other than the vendor, whose people are to reach something with personal data, and that the agreement does not list. */
function reachPairs(state: CaseState, { parties, answered }: Register): Pair[] {
  if (!answered.includes('DP-1')) return [];
  const personal = resourcesOf(state.intake).flatMap((r) => (r.personalData ? [r.ref] : []));
  const reaches = (id: PersonId): boolean =>
    own(state.people, id)?.needs.some((n) => personal.includes(n.resource)) === true;
  const unlisted = parties.filter((p) => !hasRole(p, 'vendor') && !hasRole(p, 'sub-processor'));
  return unlisted.flatMap(({ name: company, employs }) =>
    employs.filter(reaches).map(
      (person): Pair => ({
        said: say('DP-1.employer-unlisted', { person, company }),
        answers: [{ from: 'roster', answer: person }, PROCESSING],
        holders: ['DP-1'],
        acts: true,
        person,
      }),
    ),
  );
}

/** Companies that process personal data or were screened, and that nobody has declared. */
function undeclaredPairs({ parties, answered }: Register): Pair[] {
  if (!answered.includes('IP-6')) return [];
  const undeclared = parties.filter((p) => !isOwn(p) && !hasRole(p, 'subcontractor') && !hasRole(p, 'model-provider'));
  return undeclared.flatMap((party): Pair[] => {
    const { name: company } = party;
    if (hasRole(party, 'sub-processor'))
      return [
        {
          said: say('register.sub-processor-undeclared', { company }),
          answers: [PROCESSING, DECLARED],
          holders: ['IP-6', 'DP-1'],
        },
      ];
    if (!hasRole(party, 'screened')) return [];
    return [
      {
        said: say('register.screened-undeclared', { company }),
        // Whom the client screens is its own evaluation: the vendor is asked to declare, and told no name.
        asks: say('register.somebody-undeclared'),
        answers: [SCREENED, DECLARED],
        holders: ['IP-6'],
      },
    ];
  });
}

/** A company that two answers put in different countries. */
function countryPairs({ parties }: Register): Pair[] {
  return parties.flatMap(({ name, countries }): Pair[] => {
    const [first] = countries;
    const other = countries.find((c) => c.country !== first?.country && c.from !== first?.from);
    if (first === undefined || other === undefined) return [];
    return [
      {
        said: say('register.country-differs', {
          company: name,
          control: first.from,
          country: first.country,
          other: other.from,
          otherCountry: other.country,
        }),
        answers: [first, other].map(({ from, answer }) => ({ from, answer })),
        holders: [other.from, first.from],
      },
    ];
  });
}

/** People who work from a country that the declaration does not name, of companies that it does. */
function peoplePairs(state: CaseState, { parties }: Register): Pair[] {
  const declared = answersOf(state, 'IP-6');
  if (declared === undefined) return [];
  const countries = declared.countries.map((c) => c.country);
  return parties.flatMap(({ employs, ...party }) => {
    const there = party.countries.find((c) => c.from === DECLARED.from)?.country;
    const isVendor = party.roles.some((r) => r.role === 'vendor');
    if (there === undefined && !isVendor) return [];
    const from = [...countries, there ?? state.intake.vendor.country];
    return employs.flatMap((id): Pair[] => {
      const country = own(state.people, id)?.country;
      if (country === undefined || from.includes(country)) return [];
      return [
        {
          said: say('register.person-elsewhere', { person: id, country, company: party.name }),
          answers: [
            { from: 'roster', answer: id },
            { from: 'IP-6', answer: 'countries' },
          ],
          holders: ['IP-6'],
          person: id,
        },
      ];
    });
  });
}

/** In what the answers on companies and people do not agree. */
export const partyPairs = (state: CaseState, register: Register): Pair[] => [
  ...modelPairs(state, register),
  ...reachPairs(state, register),
  ...undeclaredPairs(register),
  ...countryPairs(register),
  ...peoplePairs(state, register),
];
