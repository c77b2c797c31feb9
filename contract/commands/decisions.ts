import { z } from 'zod';
import { ENGAGEMENT_MODELS } from '../../domain/case/intake.js';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import { approvalId, controlId, day, hash, paperId, personRef, reason, text } from '../basics.js';

const CLIENT = 'the client’s people';
const ASKERS = 'the client’s people, vendor contact';

const flagSubject = { flag: controlId, person: personRef.optional() };

/** Acts that decide, or ask for a decision. */
export const decisions = {
  Decide: {
    summary: 'Decide an approval on the content that you read: approve, reject, or return with questions',
    by: 'its deciders and their delegates, never who asked for it',
    body: z.strictObject({
      approval: approvalId,
      contentHash: hash,
      decision: z.enum(['approve', 'reject', 'return']),
      reason,
    }),
  },
  AnswerQuestions: {
    summary: 'Answer the questions with which an approval was returned',
    by: 'who supplied what is decided',
    body: z.strictObject({ approval: approvalId, answer: text(2000) }),
  },
  Delegate: {
    summary: 'Delegate a role of yours to somebody else until a day',
    by: CLIENT,
    body: z.strictObject({ role: z.enum(CLIENT_ROLES), to: personRef, until: day, reason }),
  },
  EndDelegation: {
    summary: 'End a delegation that you gave or got',
    by: 'who gave it, who got it',
    body: z.strictObject({ role: z.enum(CLIENT_ROLES), person: personRef.describe('The other one.'), reason }),
  },
  RequestWaiver: {
    summary: 'Request a waiver of a control until a day',
    by: ASKERS,
    body: z.strictObject({ control: controlId, person: personRef.optional(), reason, until: day }),
  },
  RaiseRedFlag: {
    summary: 'Raise a red flag',
    by: CLIENT,
    body: z.strictObject({ ...flagSubject, reason }),
  },
  ProposeRemedy: {
    summary: 'Propose a remedy for a red flag: term, owner, end',
    by: ASKERS,
    body: z.strictObject({ ...flagSubject, term: text(1000), owner: personRef, until: day, reason }),
  },
  RequestClearance: {
    summary: 'Ask for a red flag to be cleared',
    by: ASKERS,
    body: z.strictObject({ ...flagSubject, paper: paperId.optional(), reason }),
  },
  ChooseModel: {
    summary: 'Choose the engagement model; the plan is compiled again',
    by: 'procurement, executive',
    body: z.strictObject({ model: z.enum(ENGAGEMENT_MODELS), reason }),
  },
};
