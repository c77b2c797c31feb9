import type { PersonField } from '../../domain/case/carried.js';
import { endText } from '../words/dates.js';
import { listed } from '../words/fill.js';
import { placeText } from '../words/places.js';
import { wordsOf } from '../words/words.js';
import type { Narrators } from './fact.js';
import { personText, spaced } from './names.js';

type PersonFact =
  | 'PersonProposed'
  | 'PersonAccepted'
  | 'PersonCorrected'
  | 'PersonRejected'
  | 'NeedsSet'
  | 'DepartureRecorded'
  | 'PersonLeft'
  | 'AccessSuspended'
  | 'AccessResumed'
  | 'RoleNominated'
  | 'RoleTaken'
  | 'RoleEnded';

const FIELD_WORDS: Record<PersonField, string> = {
  name: 'name',
  email: 'e-mail address',
  accounts: 'login',
  timeZone: 'time zone',
};

/** Facts of the people of both sides. */
export const PEOPLE: Narrators<PersonFact> = {
  PersonProposed: ({ person, employer, country, jobRole, needs, replaces }) => ({
    kind: 'person',
    mark: 'wait',
    text: `${personText(person)} proposed: ${jobRole}, ${employer} (${country})`,
    about: {
      people: [person],
      resources: needs.map(({ resource }) => resource),
      ...(replaces !== undefined && { replacement: replaces }),
    },
  }),
  PersonAccepted: ({ person, reason }) => ({
    kind: 'person',
    mark: 'good',
    text: `${personText(person)} accepted`,
    why: reason,
    about: { people: [person] },
  }),
  PersonCorrected: ({ person, changed, details, reason }) => ({
    kind: 'person',
    mark: details === undefined ? 'note' : 'wait',
    text: `${personText(person)} corrected: ${listed(
      changed.map((field) => FIELD_WORDS[field]),
      'and',
    )}${details === undefined ? '' : '; the new login is to be accepted'}`,
    why: reason,
    about: { people: [person] },
  }),
  PersonRejected: ({ person, reason }) => ({
    kind: 'person',
    mark: 'bad',
    text: `${personText(person)} rejected`,
    why: reason,
    about: { people: [person] },
  }),
  NeedsSet: ({ person, needs, reason }) => ({
    kind: 'person',
    mark: 'note',
    text: `Access needs of ${personText(person)}: ${needs.map(({ resource, profile }) => `${placeText(resource)} (${profile})`).join(', ') || 'none'}`,
    why: reason,
    about: { people: [person], resources: needs.map(({ resource }) => resource) },
  }),
  DepartureRecorded: ({ person, lastInstant, reason }, reader) => ({
    kind: 'person',
    mark: 'note',
    text: `Departure of ${personText(person)} recorded for ${endText(lastInstant, reader.zone)}`,
    why: wordsOf(reason, reader),
    about: { people: [person] },
  }),
  PersonLeft: ({ person }) => ({
    kind: 'person',
    mark: 'note',
    text: `${personText(person)} left`,
    about: { people: [person] },
  }),
  RoleNominated: ({ role, person, replaces, reason }) => ({
    kind: 'person',
    mark: 'wait',
    text: `${personText(person)} named as ${spaced(role)}${replaces === undefined ? '' : ` in place of ${personText(replaces)}`}, to be confirmed`,
    why: reason,
    about: { people: [person, ...(replaces === undefined ? [] : [replaces])] },
  }),
  RoleTaken: ({ role, person, replaces, reason }) => ({
    kind: 'person',
    mark: 'good',
    text: `${personText(person)} acts as ${spaced(role)}${replaces === undefined ? '' : ` in place of ${personText(replaces)}`}`,
    why: reason,
    about: { people: [person, ...(replaces === undefined ? [] : [replaces])] },
  }),
  RoleEnded: ({ person, roles, left, reason }) => ({
    kind: 'person',
    mark: 'note',
    text: `${personText(person)} no longer acts as ${listed(roles.map(spaced), 'and')}${left ? ' and has left the client' : ''}`,
    why: reason,
    about: { people: [person] },
  }),
  AccessSuspended: ({ person, reason }) => ({
    kind: 'access',
    mark: 'bad',
    text: `Access of ${personText(person)} suspended`,
    why: reason,
    about: { people: [person] },
  }),
  AccessResumed: ({ person, reason }) => ({
    kind: 'access',
    mark: 'good',
    text: `Access of ${personText(person)} resumed`,
    why: reason,
    about: { people: [person] },
  }),
};
