import type { Option, Question, Questions } from '../../form/field.js';
import { labelOf, questionsOf, type Schema } from '../../form/questionsOf.js';
import { plain, roleName } from '../../kit/words.js';

/** A part of the form: its questions, of which some are asked only on request. */
export type Section = { title: string; questions: Questions };

/** What the file itself or the policy gives to choose from. */
export type Choices = { resources: string[]; profiles: string[]; addresses: Option[] };

const SECTIONS: { title: string; fields: string[] }[] = [
  { title: 'Engagement', fields: ['title', 'startDate', 'model', 'monthlyRateUsd', 'currentSoc2Required'] },
  { title: 'Vendor', fields: ['vendor'] },
  { title: 'Client and people', fields: ['client'] },
  { title: 'Outcome', fields: ['outcome'] },
  { title: 'Data', fields: ['data', 'aiAct'] },
  { title: 'Need and capacity', fields: ['need', 'capacity'] },
  { title: 'Sourcing', fields: ['sourcing'] },
  { title: 'Repositories and data sets', fields: ['resources'] },
  { title: 'Engineers', fields: ['engineers'] },
];

/** Questions by their path without places of lists, as their readers ask them. */
const ASKS: Record<string, string> = {
  title: 'Title of the engagement',
  startDate: 'Day 1',
  model: 'Engagement model wanted',
  monthlyRateUsd: 'All-in rate per engineer and month, US dollars',
  currentSoc2Required: 'Is a current SOC 2 Type II report required?',
  'client.groupRevenueEur': 'Turnover of the whole group, euro a year',
  'outcome.statement': 'What will be better once this has worked',
  'outcome.successCriteria': 'Success criteria',
  'outcome.successCriteria.criterion': 'What has to be true',
  'outcome.successCriteria.measure': 'How it is measured',
  'data.classes': 'What the vendor works with',
  'data.euPersonalData': 'Is there personal data of people in the EU?',
  'data.roles': 'Roles under the GDPR',
  'data.thirdPartyAccess': 'Access of third parties to the most sensitive data',
  'data.residency': 'Where the data may lie',
  'data.residency.requiredBy': 'Required by',
  'aiAct.euMarket': 'Is the system used, sold or deployed in the EU, or its output used there?',
  'need.skillGap': 'Skill gap',
  'need.urgency': 'When it is needed',
  'need.scope': 'Scope',
  'need.requirements': 'Requirements',
  'capacity.mlLeadership': 'ML leadership in house',
  'capacity.managementTime': 'Time of the managers',
  'sourcing.aiIsCoreProduct': 'Is AI the core product and lasting advantage?',
  'sourcing.reasons': 'Why it is outsourced',
  'sourcing.weeksToShip': 'Weeks until the first change ships',
  'sourcing.weeksToShip.vendor': 'With the vendor',
  'sourcing.weeksToShip.inHouse': 'In house',
  'sourcing.transfer': 'Transfer to the client’s people',
  'sourcing.transfer.on': 'Day of the transfer',
  'sourcing.transfer.team': 'Their e-mail addresses',
  'resources.provider': 'Provider',
  'resources.kind': 'Kind',
  'resources.id': 'Name at its provider, such as owner/name',
  'resources.personalData': 'Holds personal data?',
  'resources.dataClass': 'What it holds',
  'resources.form': 'What was done to its records',
  'resources.country': 'Where it lies',
  'resources.owner': 'Who decides on requests for access to it',
  'resources.administrator': 'Who opens and closes it by hand',
  'resources.checker': 'Who checks',
  'engineers.id': 'Short id',
  'engineers.needs': 'Access needed',
  'engineers.needs.resource': 'To',
  'engineers.needs.profile': 'As',
  'engineers.needs.task': 'For what task',
};

/** What is asked only of whoever asks for more. */
const RARE = new Set([
  'vendor.contact.timeZone',
  'client.groupRevenueEur',
  'data.thirdPartyAccess',
  'data.residency',
  'sourcing.transfer',
  'engineers.accounts.postgres',
  'engineers.accounts.scim',
  'resources.dataClass',
  'resources.form',
  'resources.country',
  'resources.owner',
  'resources.administrator',
  'resources.checker',
  'engineers.employer',
  'engineers.timeZone',
]);

/** True for what few cases need. */
export const isRare = (path: string): boolean => RARE.has(withoutPlaces(path));

/** `engineers[2].needs[0].task` is `engineers.needs.task`. */
export const withoutPlaces = (path: string): string => path.replace(/\[\d+\]/g, '');

const last = (path: string): string => withoutPlaces(path).split('.').at(-1) ?? '';

/** A field as a list of faults names it: "Engineer 2: GitHub login". */
export function nameOfField(path: string): string {
  const [, group = '', place = ''] = /^(\w+)(?:\[(\d+)\])?/.exec(path) ?? [];
  const ask = ASKS[withoutPlaces(path)] ?? labelOf(last(path));
  const role = /^client\.people\.([\w-]+)/.exec(path)?.[1];
  if (role !== undefined) return path.endsWith(role) ? roleName(role) : `${roleName(role)}: ${lower(ask)}`;
  if (path === group) return ask;
  const nth =
    place === '' ? labelOf(group) : `${labelOf(group.replace(/ies$/, 'y').replace(/s$/, ''))} ${Number(place) + 1}`;
  return path === `${group}[${place}]` ? nth : `${nth}: ${lower(ask)}`;
}

/** A label within a sentence; `GDPR` and `GitHub` stay as they are. */
const lower = (label: string): string =>
  /^[A-Z][a-z-]+( |$)/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** Providers as people call them. */
const PROVIDERS: Record<string, string> = {
  github: 'GitHub',
  postgres: 'PostgreSQL',
  scim: 'Directory (SCIM)',
  manual: 'By hand',
};

/** Names that are long at most and never of many lines. */
const ONE_LINE = /^(resources\.id|engineers\.accounts\.\w+)$/;

const DAYS = new Set(['startDate', 'sourcing.transfer.on']);

const choice = (of: readonly string[]): Option[] => of.map((value) => ({ value, text: value }));

/** A question as it is asked of a case file; where there is something to choose from, it is chosen. */
function asked(path: string, question: Question, choices: Choices): Question {
  const { help: _help, ...plainly } = question;
  const it: Question = { ...plainly, ask: ASKS[path] ?? question.ask };
  if (it.kind === 'record' || it.kind === 'list') return { ...it, of: askedOf(path, it.of, choices) };
  const base = { ask: it.ask, ...(it.optional && { optional: true }) };
  if (DAYS.has(path)) return { ...base, kind: 'day' };
  if (it.kind === 'choice' && path === 'resources.provider')
    return { ...it, of: it.of.map(({ value, text }) => ({ value, text: PROVIDERS[value] ?? text })) };
  if (it.kind === 'text' && ONE_LINE.test(path)) return { ...it, maxLength: 200 };
  if (path === 'engineers.needs.resource' && choices.resources.length > 0)
    return { ...base, kind: 'choice', of: choice(choices.resources) };
  if (path === 'engineers.needs.profile' && choices.profiles.length > 0)
    return { ...base, kind: 'choice', of: choices.profiles.map((value) => ({ value, text: plain(value) })) };
  if (path === 'resources.owner' || path === 'resources.administrator' || path === 'resources.checker')
    return { ...base, kind: 'choice', of: choices.addresses };
  return it;
}

const askedOf = (path: string, questions: Questions, choices: Choices): Questions =>
  Object.fromEntries(
    Object.entries(questions).map(([field, question]) => [
      field,
      asked(path === '' ? field : `${path}.${field}`, question, choices),
    ]),
  );

/** The form of a case file in sections; a field that no section names comes last, so that none is ever missing. */
export function sectionsOf(schema: Schema, choices: Choices): Section[] {
  const questions = askedOf('', questionsOf(schema), choices);
  const named = new Set(SECTIONS.flatMap(({ fields }) => fields));
  const rest = { title: 'More', fields: Object.keys(questions).filter((field) => !named.has(field)) };
  return [...SECTIONS, rest].flatMap(({ title, fields }) => {
    const own = Object.fromEntries(fields.flatMap((field) => (questions[field] ? [[field, questions[field]]] : [])));
    return Object.keys(own).length === 0 ? [] : [{ title, questions: own }];
  });
}
