import type { Template } from '../fill.js';

/** Of people: their roles, the roster, their access. */
export const people: Record<string, Template> = {
  'people.not-your-role': 'Only {roles:roles} can do this. You are signed in as {role:role}.',
  'people.not-named': 'You are signed in as {role:role}, but this case names other people for that role.',
  'people.unknown': '{person} is not part of this case.',
  'people.not-on-roster': '{person} is not on the roster of this case.',
  'people.unknown-resource': 'This case gives no access to {resource}.',
  'people.unknown-profile': 'Unknown access profile {profile}. Use one of: {profiles}.',
  'people.resource-twice': '{resource} is listed twice. List each resource once.',
  'people.of-the-client': '{person:person} belongs to the client and cannot be on the vendor’s roster.',
  'people.already-on-roster': '{person:person} is already on the roster.',
  'people.own-proposal': 'You proposed {person:person}, so someone else must accept or reject them (AU-2).',
  'people.already': '{person:person} is already {status}.',
  'people.client-postpones': 'Only the client can postpone a recorded departure.',
  'people.already-suspended': 'Access of {person:person} is already suspended.',
  'people.not-suspended': 'Access of {person:person} is not suspended.',
  'people.own-suspension': 'You suspended this access, so someone else must resume it (AU-2).',
  'people.active-role': 'The person is named in the case as {role:role}.',
  'people.active-roster': 'The person is on the roster.',
  'people.active-access': 'The person has access whose end is not fully proven yet.',
  'people.active-asset': 'The person administers or checks a data set or model.',
  'people.active-delegate': 'The person holds a delegation.',
  'people.active-task': 'The person has an open task.',
  'people.active-letter': 'A letter to the person has not been delivered yet.',
  'people.active-remedy': 'The person owns an open remedy.',
  'people.active-transfer': 'The person takes over the capability.',
};
