import type { CaseState } from '../../case/state.js';
import { own } from '../../record.js';
import { identical, isAffiliate, namesCompany, sameCompany } from '../company.js';
import { onRoster } from '../sides.js';
import { answersOf } from './answers.js';
import type { Party, PartyRole, Source, Tool } from './entry.js';

/** One company as one answer tells of it. */
type Told = Source & { name: string; role: PartyRole; country?: string; person?: string };

/** Controls that name who attests the vendor's security, and the answer in which they do. */
const ATTESTED_BY = [
  ['SA-1', 'auditor'],
  ['SA-2', 'certifiedBy'],
  ['SA-3', 'auditor'],
] as const;

function byForms(state: CaseState): Told[] {
  const subcontractors = answersOf(state, 'IP-6')?.subcontractors ?? [];
  const subProcessors = answersOf(state, 'DP-1')?.subProcessors ?? [];
  const screened = answersOf(state, 'SC-1')?.subcontractors ?? [];
  const of = (from: string, answer: string, role: PartyRole) => (told: { company: string; country?: string }) => ({
    from,
    answer,
    role,
    name: told.company,
    ...(told.country === undefined ? {} : { country: told.country }),
  });
  return [
    ...subcontractors.map(of('IP-6', 'subcontractors', 'subcontractor')),
    ...subProcessors.map(of('DP-1', 'subProcessors', 'sub-processor')),
    ...screened.map(({ company }) => of('SC-1', 'subcontractors', 'screened')({ company })),
  ];
}

function bySecurity({ evidence }: CaseState): Told[] {
  return ATTESTED_BY.flatMap(([from, answer]): Told[] => {
    const name = own(evidence, from)?.form[answer];
    return typeof name === 'string' ? [{ from, answer, name, role: 'auditor' }] : [];
  });
}

/** The parties as the case file and the roster name them. */
function byCase(state: CaseState): Told[] {
  const { client, vendor } = state.intake;
  const roster = Object.values(state.people).filter((p) => onRoster(state, p.id));
  return [
    {
      from: 'case-file',
      answer: 'client',
      name: client.name,
      role: 'client',
      ...(client.country === undefined ? {} : { country: client.country }),
    },
    { from: 'case-file', answer: 'vendor', name: vendor.name, role: 'vendor', country: vendor.country },
    ...roster.map(
      ({ id, employer }): Told => ({ from: 'roster', answer: id, name: employer, role: 'employer', person: id }),
    ),
  ];
}

/** Takes one answer in: a company that is known already, however it is written, or one more. */
function taken(parties: readonly Party[], told: Told, known: (party: Party) => boolean): Party[] {
  const { from, answer, name, role, country, person } = told;
  const before = parties.find(known) ?? { name, alsoWritten: [], countries: [], roles: [], employs: [] };
  const names = [before.name, ...before.alsoWritten];
  const after: Party = {
    name: before.name,
    alsoWritten: names.includes(name) ? before.alsoWritten : [...before.alsoWritten, name],
    countries: country === undefined ? before.countries : [...before.countries, { country, from, answer }],
    roles: [...before.roles, { role, from, answer }],
    employs: person === undefined ? before.employs : [...before.employs, person],
  };
  return parties.includes(before) ? parties.map((p) => (p === before ? after : p)) : [...parties, after];
}

/** Roles that the vendor never has itself: another company of its group has them, with duties of its own (GDPR Art. 28(2), (4)). */
const NEVER_ITS_OWN: readonly PartyRole[] = ['subcontractor', 'sub-processor'];

/** Whether two names are one company's; the vendor's affiliates that an answer names in a role of their own are told apart by legal form. */
function sameness(vendor: string, told: readonly Told[]): (a: string, b: string) => boolean {
  const apart = told.flatMap(({ role, name }) =>
    NEVER_ITS_OWN.includes(role) && isAffiliate(name, vendor) ? [name] : [],
  );
  const isApart = (name: string): boolean => apart.some((a) => identical(a, name));
  return (a, b) => sameCompany(a, b) && (identical(a, b) || !(isApart(a) || isApart(b)));
}

/** Every company of the case, once; who provides a tool is told by itself, or by how the name of the tool begins. */
export function partiesOf(state: CaseState, tools: readonly Tool[]): Party[] {
  const told = [...byCase(state), ...byForms(state), ...bySecurity(state)];
  const same = sameness(state.intake.vendor.name, told);
  const named = told.reduce<Party[]>((all, one) => taken(all, one, (p) => same(p.name, one.name)), []);
  return tools.reduce<Party[]>((all, { tool, provider, terms }) => {
    if (terms === undefined) return all;
    const name = provider ?? tool;
    const source = { from: 'DC-5', answer: 'tools', role: 'model-provider' as const };
    const known = all.find((p) => same(p.name, name)) ?? all.find((p) => namesCompany(name, p.name));
    return taken(all, { ...source, name: known?.name ?? name }, (p) => p === known);
  }, named);
}

/** True where a party has a role, by any answer or by the one that is named. */
export const hasRole = (party: Party, role: PartyRole, from?: string): boolean =>
  party.roles.some((r) => r.role === role && (from === undefined || r.from === from));
