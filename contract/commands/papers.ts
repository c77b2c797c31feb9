import { z } from 'zod';
import { PAPER_KINDS } from '../../domain/papers/paper.js';
import { controlId, day, hash, name, paperId, personRef, reason, text } from '../basics.js';

const HANDLERS = 'vendor contact, procurement, legal, privacy, security';
const aboutPaper = z.strictObject({ paper: paperId });

/** Acts on papers and evidence. */
export const papers = {
  RegisterPaper: {
    summary: 'Register a paper whose bytes were uploaded before; its hash is the paper’s identity',
    by: HANDLERS,
    body: z.strictObject({
      paper: paperId,
      kind: z.enum(PAPER_KINDS),
      title: name(200),
      textHash: hash,
      person: personRef.optional(),
      signers: z
        .array(text(320))
        .max(20)
        .describe('`client`, `vendor`, or a person of the case; empty for a certificate, which nobody signs.'),
      from: day,
      until: day.optional(),
      supersedes: paperId.optional(),
    }),
  },
  SendPaper: { summary: 'Send a draft to its signers', by: HANDLERS, body: aboutPaper },
  SignPaper: {
    summary: 'Sign a paper by naming the hash of the text that you read',
    by: 'the signers that the paper names',
    body: z.strictObject({ paper: paperId, textHash: hash }),
  },
  RevokePaper: {
    summary: 'Revoke a paper permanently, from now on',
    by: 'legal, procurement, vendor contact',
    body: z.strictObject({ paper: paperId, reason }),
  },
  ReusePaper: {
    summary:
      'Take over a paper in force in an earlier case of the same vendor and client, with the signatures in its ledger',
    by: 'procurement, legal',
    body: z.strictObject({
      from: text(64).describe('The earlier case.'),
      paper: paperId.describe('Its id there.'),
      as: paperId.optional().describe('Its id here. Default: the same.'),
    }),
  },
  ConfirmUserEntityControl: {
    summary: 'Confirm that a control that the SOC 2 report leaves to the client is in place (SA-1)',
    by: 'its owner',
    body: z.strictObject({ id: text(40), evidence: text(500).describe('A link, or the hash of a document.') }),
  },
  SubmitEvidence: {
    summary: 'Submit the evidence form of a control; a new form replaces the old one',
    by: 'the roles that the control names',
    body: z.strictObject({
      control: controlId,
      person: personRef.optional(),
      form: z.record(z.string(), z.json()).describe('The form of the control: GET /api/controls/:id/form.'),
    }),
  },
};
