import { caseView } from '../../contract/caseView.js';
import type { ApprovalView } from '../../contract/parts.js';
import { CliError, EXIT } from '../exit.js';
import type { Work } from './act.js';
import { caseOf } from './caseData.js';

/** The approval meant by a person: its id, the stage of a gate alone (`contract` for `gate:contract`), or `policy` for the one proposed. */
export async function approvalOf(work: Work, caseId: string, text: string): Promise<ApprovalView> {
  const { approvals } = await caseOf(work, caseId, caseView.pick({ approvals: true }));
  const found = meantBy(approvals, text);
  if (found) return found;
  const asked = approvals.filter(waits).map(({ id }) => id);
  throw new CliError(EXIT.notFound, `Approval "${text}" not found in this case.`, {
    hint:
      asked.length === 0 ? 'No approval is waiting for a decision.' : `Waiting for a decision: ${asked.join(', ')}.`,
  });
}

const waits = ({ status }: ApprovalView): boolean => status === 'asked' || status === 'returned';

const meantBy = (approvals: ApprovalView[], text: string): ApprovalView | undefined =>
  approvals.find(({ id }) => id === text) ??
  approvals.find(({ id }) => id === `gate:${text}`) ??
  approvals.find((one) => text === 'policy' && one.id.startsWith('policy:') && waits(one));
