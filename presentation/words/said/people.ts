import type { Template } from '../fill.js';

/** Of people: their roles, the roster, their access; known, identified, informed. */
export const people: Record<string, Template> = {
  'people.not-your-role': 'Only {roles:roles} can do this. You are signed in as {role:role}.',
  'people.not-named': 'You are signed in as {role:role}, but this case names other people for that role.',
  'people.already-named': '{person:person} already acts as {role:role} in this case.',
  'people.already-nominated': '{person:person} is already named as {role:role} and waits to be confirmed.',
  'people.replaces-nobody':
    '{person:person} does not act as {role:role} in this case. Leave out whom the new person replaces.',
  'people.of-the-other-side': '{person:person} takes part in this case on the other side.',
  'people.not-nominated': 'Nobody of that name waits to be confirmed as {role:role}.',
  'people.own-nomination':
    'You named {person:person}, or it is you, so someone else of the client must confirm it (AU-2).',
  'people.no-role': '{person:person} acts in no role of the client in this case.',
  'people.not-named-for': '{person:person} does not act as {role:role} in this case.',
  'people.last-of-the-client':
    'Two people of the client must remain who can name others. Name somebody in place of {person:person} first.',
  'people.active-nominated': 'The person is named for a role and waits to be confirmed.',
  'people.missing-roles':
    'Nobody is named as {roles:roles}, whom the plan needs. Name somebody now: until then nobody can do what falls to them.',
  'people.unknown': '{person} is not part of this case.',
  'people.not-on-roster': '{person} is not on the roster of this case.',
  'people.unknown-resource': 'This case gives no access to {resource:place}.',
  'people.unknown-profile': 'Unknown access profile {profile}. Use one of: {profiles}.',
  'people.profile-gives-nothing': 'The access profile {profile} gives nothing on {resource:place}. Use another one.',
  'people.resource-twice': '{resource:place} is listed twice. List each resource once.',
  'people.needs-widen':
    'Needs can only be narrowed here. Request {profile} on {resource:place} for {person:person}; the owner of the resource decides (AU-2).',
  'people.of-the-client': '{person:person} belongs to the client and cannot be on the vendor’s roster.',
  'people.already-on-roster': '{person:person} is already on the roster.',
  'people.account-not-asked-for':
    'The provider has not been asked yet whose login {person:person} gave. That takes a moment; try again.',
  'people.account-unknown':
    'The account of {person:person} is not known at {providers:and}. Correct it, or try again later.',
  'people.account-gone': 'The account of {person:person} is no more at the provider. Correct the login first.',
  'people.no-login': '{person:person} is not on the roster, so no login can be given for them.',
  'people.other-login':
    'The login of {person:person} is not the one you named. Read the person again and accept the login shown there.',
  'people.own-proposal': 'You proposed {person:person}, so someone else must accept or reject them (AU-2).',
  'people.own-address':
    'You corrected the address of {person:person}, so another engineering manager must accept them (AU-2).',
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

  'PP-1.not-on-roster': 'This person is not on the roster. Propose them.',
  'PP-1.no-employer': 'The employer is missing. Name the company that employs this person.',
  'PP-1.no-country': 'The country is missing. Give its two-letter code.',
  'PP-1.no-role': 'The role is missing. Say what this person does on the team.',
  'PP-1.rejected': 'This person was rejected. Propose someone else.',
  'PP-1.left': 'This person has left. Propose a replacement.',
  'PP-1.awaits-acceptance': 'An engineering manager has not accepted this person yet.',
  'PP-1.accepted-by-own-side':
    'This person was accepted by whoever proposed them, or by the vendor. The client’s engineering manager must accept them.',

  'PP-2.not-supplied': 'This person’s identity has not been verified yet.',
  'PP-2.copy-only':
    'A copy proves nothing: anyone can send one. Have the document shown live, or use an electronic identity.',
  'PP-2.another-person':
    'The identity shown does not match the person on the roster. Correct the roster or check again.',
  'PP-2.checked-outside':
    '{checker:person} checked the identity but is not on the client’s side. Someone from the client must check it.',
  'PP-2.check': 'The identity check',

  'PP-3.not-supplied': 'This person has not been told yet what is kept about them.',
  'PP-3.notice-incomplete': 'The notice must also say: {untold:choice}.',
  'PP-3.told-by-outsider': '{by:person} gave the notice. It must come from the client or from the vendor’s contact.',
  'PP-3.not-acknowledged': 'This person has not confirmed that they read the notice. Ask them to.',
  'PP-3.notice': 'The notice to this person',
};
