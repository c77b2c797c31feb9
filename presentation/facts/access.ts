import type { HeldForOthers } from '../../domain/access/lease.js';
import { isManual } from '../../domain/access/resources.js';
import { endText, instantText } from '../words/dates.js';
import { causeText } from '../words/headings.js';
import { placeText } from '../words/places.js';
import { wordsOf } from '../words/words.js';
import type { Narrators } from './fact.js';
import { aboutGrant, grantParts, grantText, peopleText, personText } from './names.js';

type AccessFact =
  | 'AccessGranted'
  | 'AccessEnded'
  | 'AccessObserved'
  | 'InvitationEnded'
  | 'AccessOpened'
  | 'AccessWithdrawn'
  | 'AbsenceProven'
  | 'AccessFoundAfterEnd'
  | 'AccessFoundWithoutGrant'
  | 'AccessChangedOutside'
  | 'OutsideChangeReviewed'
  | 'UnknownAccountFound'
  | 'AccountDeclared'
  | 'AccessFailed'
  | 'ManualChangeAttested'
  | 'ManualAccessVerified'
  | 'ResourceIdentified'
  | 'ResourceUnknown'
  | 'AccountIdentified'
  | 'AccountUnknown'
  | 'IdentificationFailed'
  | 'ResourceSurveyed'
  | 'SurveyFailed'
  | 'RecertificationOpened'
  | 'AccessRecertified'
  | 'RecertificationLapsed';

const manual = (grant: string): boolean => isManual(grantParts(grant).resource);
const SEEN = {
  unknown: 'not known',
  present: 'present',
  invited: 'invited',
  absent: 'absent',
  others: 'withdrawn',
} as const;
/** What other cases grant there; the client's to know, so that the line itself reads as if there were none. */
const besides = (others: HeldForOthers | undefined) =>
  others === undefined
    ? {}
    : {
        why: `Only this grant: ${others.permission} is granted there besides, by ${others.cases.join(', ')}.`,
      };
const REVIEWED = { restore: 'restored', 'keep-closed': 'stays closed', noted: 'noted' } as const;
const OWNED = {
  client: 'the client’s',
  service: 'a service account',
  supplier: 'another supplier’s',
  vendor: 'the vendor’s',
} as const;
const RECERTIFIED = { confirm: 'confirmed', reduce: 'reduced', remove: 'removed' } as const;

/** Where others grant something there, that nothing of this grant is left is all that can be said. */
const withdrawnText = (lease: string, others: HeldForOthers | undefined): string => {
  if (others !== undefined) return '';
  return manual(lease) ? ', manually verified absent' : ', absent at the provider';
};

/** Facts of access: granted on the record, seen at the provider, ended, proven absent, recertified. */
export const ACCESS: Narrators<AccessFact> = {
  AccessGranted: ({ lease, permission, notAfter }, { zone }) => ({
    kind: 'access',
    mark: 'note',
    text: `Access granted: ${grantText(lease)} (${permission})${notAfter === undefined ? '' : `, at the latest until ${endText(notAfter, zone)}`}`,
    about: aboutGrant(lease),
  }),
  AccessEnded: ({ lease, cause, detail }, reader) => ({
    kind: 'access',
    mark: 'bad',
    text: `Access ended: ${grantText(lease)} (${causeText(cause)})`,
    why: wordsOf(detail, reader),
    about: aboutGrant(lease),
  }),
  AccessObserved: ({ lease, seen, permission, others }) => ({
    kind: 'access',
    mark: 'note',
    text: `Access checked: ${grantText(lease)}, ${SEEN[seen]}${permission === undefined || others !== undefined || seen === 'absent' ? '' : ` (${permission})`}`,
    ...besides(others),
    about: aboutGrant(lease),
  }),
  InvitationEnded: ({ lease, how }) => ({
    kind: 'access',
    mark: 'bad',
    text: `Invitation ${how === 'lapsed' ? 'lapsed' : 'declined or withdrawn'}: ${grantText(lease)}`,
    about: aboutGrant(lease),
  }),
  AccessOpened: ({ lease, permission }) => ({
    kind: 'access',
    mark: 'good',
    text: `Access open: ${grantText(lease)} (${permission}), ${manual(lease) ? 'manually verified' : 'seen at the provider'}`,
    about: aboutGrant(lease),
  }),
  AccessWithdrawn: ({ lease, others }) => ({
    kind: 'access',
    mark: 'good',
    text: `Access withdrawn: ${grantText(lease)}${withdrawnText(lease, others)}`,
    ...besides(others),
    about: aboutGrant(lease),
  }),
  AbsenceProven: ({ lease, hours, others }) => ({
    kind: 'access',
    mark: 'good',
    text: `Still ${others === undefined ? 'absent' : SEEN.others} after ${hours % 24 === 0 ? `${hours / 24} d` : `${hours} h`}: ${grantText(lease)}`,
    ...besides(others),
    about: aboutGrant(lease),
  }),
  AccessFoundAfterEnd: ({ lease, seen }) => ({
    kind: 'access',
    mark: 'bad',
    text: `Access found after its end: ${grantText(lease)}${seen === undefined ? '' : ` (${SEEN[seen]})`}`,
    about: aboutGrant(lease),
  }),
  AccessFoundWithoutGrant: ({ lease, permission }) => ({
    kind: 'access',
    mark: 'bad',
    text: `Access found without a grant, to be removed: ${grantText(lease)}${permission === undefined ? '' : ` (${permission})`}`,
    about: aboutGrant(lease),
  }),
  AccessChangedOutside: ({ lease, change, from = '', to = '' }) => ({
    kind: 'access',
    mark: 'bad',
    text:
      change === 'removed'
        ? `Access removed by hand at the provider: ${grantText(lease)}`
        : `Permission changed by hand at the provider: ${grantText(lease)}, ${to} instead of ${from}`,
    about: aboutGrant(lease),
  }),
  OutsideChangeReviewed: ({ lease, decision, reason }) => ({
    kind: 'access',
    mark: decision === 'restore' ? 'good' : 'note',
    text: `Change by hand reviewed: ${grantText(lease)}, ${REVIEWED[decision]}`,
    why: reason,
    about: aboutGrant(lease),
  }),
  UnknownAccountFound: ({ resource, person, permission, answerBy }, { zone }) => ({
    kind: 'access',
    mark: 'wait',
    text: `Unknown account on ${placeText(resource)}: ${personText(person)}${permission === undefined ? '' : ` (${permission})`}; whose it is, to be answered by ${instantText(answerBy, zone)}`,
    about: { people: [person], resources: [resource] },
  }),
  AccountDeclared: ({ resource, person, is, whose, reason }) => ({
    kind: 'access',
    mark: is === 'vendor' ? 'bad' : 'good',
    text: `Account declared as ${OWNED[is]}${whose === undefined ? '' : ` (${whose})`}: ${personText(person)} on ${placeText(resource)}`,
    why: reason,
    about: { people: [person], resources: [resource] },
  }),
  AccessFailed: ({ lease, code, message, nextAttemptAt }, { zone }) => ({
    kind: 'access',
    mark: 'bad',
    text: `Access could not be changed: ${grantText(lease)}; next attempt ${instantText(nextAttemptAt, zone)}`,
    why: message,
    code,
    about: aboutGrant(lease),
  }),
  ManualChangeAttested: ({ lease, is, evidence }) => ({
    kind: 'access',
    mark: 'wait',
    text: `Access ${is} by hand, waiting for verification: ${grantText(lease)}`,
    why: evidence,
    about: aboutGrant(lease),
  }),
  ManualAccessVerified: ({ lease, found, evidence }) => ({
    kind: 'access',
    mark: 'note',
    text: `Access verified ${found}: ${grantText(lease)}`,
    why: evidence,
    about: aboutGrant(lease),
  }),
  ResourceIdentified: ({ resource, place }) => ({
    kind: 'access',
    mark: 'note',
    text: `Found at its provider: ${placeText(resource)}${place.name === placeText(resource) ? '' : `, which is called ${place.name} now`} (number ${place.id})`,
    about: { resources: [resource] },
  }),
  ResourceUnknown: ({ resource, gone }) => ({
    kind: 'access',
    mark: 'bad',
    text: gone
      ? `No more at its provider: ${placeText(resource)}`
      : `Not known at its provider: ${placeText(resource)}`,
    about: { resources: [resource] },
  }),
  AccountIdentified: ({ person }) => ({
    kind: 'access',
    mark: 'note',
    text: `Account found at its provider, under its number: ${personText(person)}`,
    about: { people: [person] },
  }),
  AccountUnknown: ({ person, gone }) => ({
    kind: 'access',
    mark: 'bad',
    text: gone
      ? `The account of ${personText(person)} is no more at its provider`
      : `The login of ${personText(person)} is not known at its provider`,
    about: { people: [person] },
  }),
  IdentificationFailed: ({ resource, person, code, message, nextAttemptAt }, { zone }) => ({
    kind: 'access',
    mark: 'bad',
    text: `The provider could not be asked about ${resource === undefined ? `the login of ${personText(person ?? '')}` : placeText(resource)}; next attempt ${instantText(nextAttemptAt, zone)}`,
    why: message,
    code,
    about: {
      ...(resource !== undefined && { resources: [resource] }),
      ...(person !== undefined && { people: [person] }),
    },
  }),
  ResourceSurveyed: ({ resource, unknownAccounts }) => ({
    kind: 'access',
    mark: unknownAccounts.length === 0 ? 'note' : 'bad',
    text:
      unknownAccounts.length === 0
        ? `Accounts of ${placeText(resource)} checked: all known`
        : `Unknown accounts on ${placeText(resource)}: ${peopleText(unknownAccounts)}`,
    about: { resources: [resource], ...(unknownAccounts.length > 0 && { people: unknownAccounts }) },
  }),
  SurveyFailed: ({ resource, code, message, nextAttemptAt }, { zone }) => ({
    kind: 'access',
    mark: 'bad',
    text: `Accounts of ${placeText(resource)} could not be checked${nextAttemptAt === undefined ? '' : `; next attempt ${instantText(nextAttemptAt, zone)}`}`,
    why: message,
    code,
    about: { resources: [resource] },
  }),
  RecertificationOpened: ({ round, leases, deadline }, { zone }) => {
    const grants = leases.map(grantParts);
    return {
      kind: 'access',
      mark: 'wait',
      text: `Recertification round ${round}: ${leases.length} to confirm by ${endText(deadline, zone)}`,
      about: {
        people: [...new Set(grants.map(({ person }) => person))],
        resources: [...new Set(grants.map(({ resource }) => resource))],
      },
    };
  },
  AccessRecertified: ({ lease, decision, profile, reason }) => ({
    kind: 'access',
    mark: decision === 'confirm' ? 'good' : 'note',
    text: `Access ${RECERTIFIED[decision]}: ${grantText(lease)}${profile === undefined ? '' : ` to ${profile}`}`,
    why: reason,
    about: aboutGrant(lease),
  }),
  RecertificationLapsed: ({ lease }) => ({
    kind: 'access',
    mark: 'bad',
    text: `Access not confirmed in time: ${grantText(lease)}`,
    about: aboutGrant(lease),
  }),
};
