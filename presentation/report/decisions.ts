import type { z } from 'zod';
import type { decision } from '../../contract/report.js';
import type { CaseEvent } from '../../domain/case/events.js';
import { contentHash } from '../../domain/hash.js';
import type { LedgerRow } from '../../evidence/ledger.js';
import { tells } from '../facts/readers.js';
import { entryOf } from '../facts/story.js';
import { differenceWords } from '../plan/differenceWords.js';
import type { Reader } from '../words/fill.js';

type Decision = z.infer<typeof decision>;

/** The hash of what was decided on; undefined where nothing of the kind was. */
function contentOf(event: CaseEvent): string | undefined {
  switch (event.type) {
    case 'CaseOpened':
    case 'PlanRecompiled':
      return event.plan.hash;
    case 'PolicyApproved':
      return event.plan;
    case 'ScopeChanged':
      return contentHash(event.change);
    case 'ApprovalRequested':
      return event.approval.contentHash;
    case 'ApprovalGiven':
    case 'ApprovalRejected':
    case 'ApprovalReturned':
      return event.contentHash;
    case 'PaperSigned':
      return event.textHash;
    default:
      return undefined;
  }
}

function differenceOf(event: CaseEvent): Decision['difference'] {
  const difference = event.type === 'ApprovalRequested' ? event.approval.proposal?.difference : undefined;
  return difference && differenceWords(difference);
}

/** Decisions and refusals of the trail, in its order. */
export const decisionLines = (rows: LedgerRow[], reader: Reader): Decision[] =>
  rows
    .filter(({ event }) => tells('report', event))
    .map((row) => ({
      ...entryOf(row, reader),
      contentHash: contentOf(row.event),
      difference: differenceOf(row.event),
    }));
