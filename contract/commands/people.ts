import { z } from 'zod';
import { CLIENT_ROLES, HELD_ROLES } from '../../domain/case/roles.js';
import { accountNames, country, email, instant, name, personRef, reason, resource, text, timeZone } from '../basics.js';

const NAMERS = 'procurement, executive, legal, engineering manager, security, privacy';
const SUSPENDERS = 'security, privacy, legal, engineering manager, procurement';
const needs = z.array(z.strictObject({ resource, profile: text(60), task: text(500) })).max(50);
const aboutPerson = z.strictObject({ person: personRef, reason });

/** Acts on the people of both sides, and the access of the vendor’s. */
export const people = {
  ProposePerson: {
    summary: 'Propose a person of the vendor',
    by: 'procurement, vendor contact',
    body: z.strictObject({
      name: name(120),
      email,
      accounts: accountNames.optional().describe('Accounts, one at each provider of what the person needs.'),
      timeZone: timeZone.optional(),
      employer: name(200),
      country,
      jobRole: name(120),
      needs,
      replaces: text(60).optional().describe('Id of the replacement that the person is proposed for.'),
    }),
  },
  AcceptPerson: {
    summary: 'Accept a proposed person with the accounts that you have seen, or new accounts of an accepted one',
    by: 'engineering manager',
    body: aboutPerson.extend({
      accounts: accountNames
        .optional()
        .describe('Accounts as the case shows them; refused when one has changed. Left out: none was given.'),
    }),
  },
  CorrectPerson: {
    summary: 'Correct what is known of a person; a new login closes the old one and waits to be accepted',
    by: 'the person, procurement; of the vendor’s engineers also vendor contact, engineering manager; of others executive',
    body: z
      .strictObject({
        person: personRef,
        name: name(120).optional(),
        email: email.optional(),
        accounts: accountNames
          .optional()
          .describe('Accounts of the vendor’s people; those that are left out stay as they are.'),
        timeZone: timeZone.optional(),
        reason,
      })
      .refine(({ name, email: address, accounts, timeZone: zone }) => [name, address, accounts, zone].some(Boolean), {
        error: 'must name what is to be corrected: name, email, accounts or timeZone',
      }),
  },
  RejectPerson: { summary: 'Reject a proposed person', by: 'engineering manager', body: aboutPerson },
  SetNeeds: {
    summary: 'Narrow what a person needs access to, or remove it; more is requested',
    by: 'engineering manager',
    body: z.strictObject({ person: personRef, needs, reason }),
  },
  RequestAccess: {
    summary: 'Request more or other access for a person, or the same for longer; the owner of the resource decides',
    by: 'engineer for themselves, vendor contact, engineering manager, procurement',
    body: z.strictObject({
      person: personRef,
      resource,
      profile: text(60).describe('Access profile of the policy.'),
      task: text(500).describe('What the person does there, in one sentence.'),
      reason,
    }),
  },
  WithdrawAccessRequest: {
    summary: 'Withdraw a request for access that is not decided yet',
    by: 'who requested it',
    body: z.strictObject({ person: personRef, resource, reason }),
  },
  RecordDeparture: {
    summary: 'Record that a person leaves, at a last instant or now',
    by: 'vendor contact, engineering manager, procurement, security',
    body: z.strictObject({ person: personRef, lastInstant: instant.optional().describe('Default: now.'), reason }),
  },
  SuspendAccess: { summary: 'Suspend a person’s access', by: SUSPENDERS, body: aboutPerson },
  NameForRole: {
    summary: 'Name somebody for a role of the client, or as the vendor’s contact; somebody else confirms it',
    by: NAMERS,
    body: z.strictObject({
      role: z.enum(HELD_ROLES),
      name: name(120),
      email,
      timeZone: timeZone.optional(),
      replaces: personRef.optional().describe('Whose place it is; the vendor’s contact is always followed.'),
      reason,
    }),
  },
  ConfirmRole: {
    summary: 'Confirm somebody who was named for a role; it takes effect',
    by: `${NAMERS}; never who named them, nor they themselves`,
    body: z.strictObject({ role: z.enum(HELD_ROLES), person: personRef, reason }),
  },
  EndRole: {
    summary: 'End a person’s role, or all of them; their delegations end, and with `left` their tokens',
    by: NAMERS,
    body: z.strictObject({
      person: personRef,
      role: z.enum(CLIENT_ROLES).optional().describe('Default: every role.'),
      left: z.boolean().default(false).describe('The person has left the client.'),
      reason,
    }),
  },
  AttestManualChange: {
    summary: 'Say what was done by hand at a data set or model, with evidence',
    by: 'the administrator whom the case names for it',
    body: z.strictObject({ person: personRef, resource, is: z.enum(['opened', 'closed']), evidence: text(2000) }),
  },
  VerifyManualAccess: {
    summary: 'Say what was found at a data set or model, with evidence',
    by: 'the checker whom the case names for it',
    body: z.strictObject({ person: personRef, resource, found: z.enum(['present', 'absent']), evidence: text(2000) }),
  },
  ResumeAccess: { summary: 'Resume a suspended person’s access', by: SUSPENDERS, body: aboutPerson },
};
