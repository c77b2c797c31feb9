import { z } from 'zod';
import { country, instant, personRef, reason, resource, text } from '../../contract/basics.js';
import { act } from './act.js';

const needs = z.array(z.strictObject({ resource, profile: text(60), task: text(500) })).max(50);
const aboutPerson = z.strictObject({ person: personRef, reason });

/** Acts on the vendor’s people and their access. */
export const people = {
  ProposePerson: act(
    'Propose a person of the vendor',
    'procurement, vendor contact',
    z.strictObject({
      name: text(120),
      email: z.email({ error: 'must be an e-mail address' }).max(320),
      account: text(39).optional().describe('Login at the access provider.'),
      timeZone: text(60).optional(),
      employer: text(200),
      country,
      jobRole: text(120),
      needs,
      replaces: text(60).optional().describe('Id of the replacement that the person is proposed for.'),
    }),
    async ({ name, email, account, timeZone, ...work }, { store }) => ({
      type: 'ProposePerson',
      person: await store.people.upsert({ name, email, account, timeZone }),
      ...work,
    }),
  ),
  AcceptPerson: act('Accept a proposed person', 'engineering manager', aboutPerson, (body) => ({
    type: 'AcceptPerson',
    ...body,
  })),
  RejectPerson: act('Reject a proposed person', 'engineering manager', aboutPerson, (body) => ({
    type: 'RejectPerson',
    ...body,
  })),
  SetNeeds: act(
    'Set what a person needs access to, and for what',
    'engineering manager',
    z.strictObject({ person: personRef, needs, reason }),
    (body) => ({ type: 'SetNeeds', ...body }),
  ),
  RecordDeparture: act(
    'Record that a person leaves; without a last instant, now',
    'vendor contact, engineering manager, procurement, security',
    z.strictObject({ person: personRef, lastInstant: instant.optional(), reason }),
    (body) => ({ type: 'RecordDeparture', ...body }),
  ),
  SuspendAccess: act(
    'Suspend a person’s access',
    'security, engineering manager, legal, procurement',
    aboutPerson,
    (body) => ({
      type: 'SuspendAccess',
      ...body,
    }),
  ),
  ReportHand: act(
    'Say what was done by hand at a data set or model, with evidence',
    'the administrator whom the case names for it',
    z.strictObject({ person: personRef, resource, is: z.enum(['opened', 'closed']), evidence: text(2000) }),
    (body) => ({ type: 'ReportHand', ...body }),
  ),
  CheckHand: act(
    'Say what was found at a data set or model, with evidence',
    'the checker whom the case names for it',
    z.strictObject({ person: personRef, resource, found: z.enum(['present', 'absent']), evidence: text(2000) }),
    (body) => ({ type: 'CheckHand', ...body }),
  ),
  ResumeAccess: act(
    'Let a suspended person’s access come back',
    'security, engineering manager, legal, procurement',
    aboutPerson,
    (body) => ({
      type: 'ResumeAccess',
      ...body,
    }),
  ),
};
