import { caseView } from '../../contract/caseView.js';
import type { ApprovalView } from '../../contract/parts.js';
import { approvalMeant, waits } from '../../presentation/views/approvalMeant.js';
import { CliError, EXIT } from '../exit.js';
import type { Work } from './act.js';
import { caseOf } from './caseData.js';

/** The approval meant by a person, as {@link approvalMeant} finds it; fails when there is none. */
export async function approvalOf(work: Work, caseId: string, text: string): Promise<ApprovalView> {
  const seen = await caseOf(work, caseId, caseView.pick({ approvals: true, names: true }));
  const { approvals } = seen;
  const found = approvalMeant(seen, text);
  if (found) return found;
  const asked = approvals.filter(waits).map(({ id }) => id);
  throw new CliError(EXIT.notFound, `Approval "${text}" not found in this case.`, {
    hint:
      asked.length === 0 ? 'No approval is waiting for a decision.' : `Waiting for a decision: ${asked.join(', ')}.`,
  });
}
