import { z } from 'zod';
import { controlId, day, hash, paperId, personRef, reason, text } from '../../contract/basics.js';
import { PAPER_KINDS } from '../../domain/papers/paper.js';
import { reuseCommand } from '../reuse.js';
import { act } from './act.js';

const HANDLERS = 'vendor contact, procurement, legal, privacy, security';
const aboutPaper = z.strictObject({ paper: paperId });

/** Acts on papers and evidence. */
export const papers = {
  RegisterPaper: act(
    'Register a paper whose bytes were uploaded before; its hash is the paper’s identity',
    HANDLERS,
    z.strictObject({
      paper: paperId,
      kind: z.enum(PAPER_KINDS),
      title: text(200),
      textHash: hash,
      person: personRef.optional(),
      signers: z
        .array(text(320))
        .max(20)
        .describe('`client`, `vendor`, or a person by id or address; empty for a certificate, which nobody signs.'),
      from: day,
      until: day.optional(),
      supersedes: paperId.optional(),
    }),
    (body) => ({ type: 'RegisterPaper', ...body }),
  ),
  SendPaper: act('Send a draft to its signers', HANDLERS, aboutPaper, (body) => ({
    type: 'SendPaper',
    ...body,
  })),
  SignPaper: act(
    'Sign a paper by naming the hash of the text that you read',
    'the signers that the paper names',
    z.strictObject({ paper: paperId, textHash: hash }),
    (body) => ({ type: 'SignPaper', ...body }),
  ),
  RevokePaper: act(
    'Revoke a paper, now and for good',
    'legal, procurement, vendor contact',
    z.strictObject({ paper: paperId, reason }),
    (body) => ({ type: 'RevokePaper', ...body }),
  ),
  ReusePaper: act(
    'Take over a paper in force in an earlier case of the same vendor and client, with the signatures that its ledger holds',
    'procurement, legal',
    z.strictObject({
      from: text(64).describe('The earlier case.'),
      paper: paperId.describe('Its id there.'),
      as: paperId.optional().describe('Its id here; left out: the same.'),
    }),
    (body, { store, state, actor }) => reuseCommand(store, { state, actor }, body),
  ),
  SubmitEvidence: act(
    'Supply the evidence form of a control; a new form takes the place of the old one',
    'the roles that the control names',
    z.strictObject({
      control: controlId,
      person: personRef.optional(),
      form: z.record(z.string(), z.json()).describe('The form of the control: GET /api/controls/:id/form.'),
    }),
    (body) => ({ type: 'SubmitEvidence', ...body }),
  ),
};
