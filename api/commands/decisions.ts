import { z } from 'zod';
import { controlId, day, hash, paperId, personRef, reason, text } from '../../contract/basics.js';
import { ENGAGEMENT_MODELS } from '../../domain/case/intake.js';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import { act } from './act.js';

const CLIENT = 'the client’s people';
const ASKERS = 'the client’s people, vendor contact';

const flagSubject = { flag: controlId, person: personRef.optional() };
/** Acts that decide, or ask for a decision. */
export const decisions = {
  Decide: act(
    'Decide an approval on the content that you read: approve, reject, or return with questions',
    'its deciders and their delegates, never who asked for it',
    z.strictObject({
      approval: text(200),
      contentHash: hash,
      decision: z.enum(['approve', 'reject', 'return']),
      reason,
    }),
    (body) => ({ type: 'Decide', ...body }),
  ),
  AnswerQuestions: act(
    'Answer the questions with which an approval was returned',
    'who supplied what is decided',
    z.strictObject({ approval: text(200), answer: text(2000) }),
    (body) => ({ type: 'AnswerQuestions', ...body }),
  ),
  Delegate: act(
    'Delegate a role of yours to somebody else until a day',
    CLIENT,
    z.strictObject({ role: z.enum(CLIENT_ROLES), to: personRef, until: day, reason }),
    (body) => ({ type: 'Delegate', ...body }),
  ),
  RequestWaiver: act(
    'Ask for a waiver of a control until a day',
    ASKERS,
    z.strictObject({ control: controlId, person: personRef.optional(), reason, until: day }),
    (body) => ({ type: 'RequestWaiver', ...body }),
  ),
  RaiseRedFlag: act('Raise a red flag', CLIENT, z.strictObject({ ...flagSubject, reason }), (body) => ({
    type: 'RaiseRedFlag',
    ...body,
  })),
  ProposeRemedy: act(
    'Propose a remedy for a red flag: term asked, owner, end',
    ASKERS,
    z.strictObject({ ...flagSubject, term: text(1000), owner: personRef, until: day, reason }),
    (body) => ({ type: 'ProposeRemedy', ...body }),
  ),
  RequestClearance: act(
    'Ask for a red flag to be cleared',
    ASKERS,
    z.strictObject({ ...flagSubject, paper: paperId.optional(), reason }),
    (body) => ({ type: 'RequestClearance', ...body }),
  ),
  ChooseModel: act(
    'Choose the engagement model; the plan is compiled again',
    'procurement, executive',
    z.strictObject({ model: z.enum(ENGAGEMENT_MODELS), reason }),
    (body) => ({ type: 'ChooseModel', ...body }),
  ),
};
