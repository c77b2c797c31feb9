import type { CaseView } from '../../contract/caseView.js';
import type { ApprovalView } from '../../contract/parts.js';

/** True while an approval is to be decided. */
export const waits = ({ status }: ApprovalView): boolean => status === 'asked' || status === 'returned';

type Named = Pick<CaseView, 'approvals' | 'names'>;

/** A request for access by the name of its person: `access-request:Ewa Lis/github:meridian/eta-api`. */
const isOf = ({ access }: ApprovalView, names: Named['names'], text: string): boolean =>
  access !== undefined && text === `access-request:${names[access.person] ?? ''}/${access.resource}`;

/**
 * The approval meant by a person: its id, the stage of a gate alone (`contract` for `gate:contract`), `policy` for the one proposed, or a
 * request for access by a name.
 */
export const approvalMeant = ({ approvals, names }: Named, text: string): ApprovalView | undefined =>
  approvals.find(({ id }) => id === text) ??
  approvals.find(({ id }) => id === `gate:${text}`) ??
  approvals.find((one) => text === 'policy' && one.id.startsWith('policy:') && waits(one)) ??
  approvals.find((one) => isOf(one, names, text));
