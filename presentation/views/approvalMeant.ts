import type { ApprovalView } from '../../contract/parts.js';

/** True while an approval is to be decided. */
export const waits = ({ status }: ApprovalView): boolean => status === 'asked' || status === 'returned';

/** The approval meant by a person: its id, the stage of a gate alone (`contract` for `gate:contract`), or `policy` for the one proposed. */
export const approvalMeant = (approvals: ApprovalView[], text: string): ApprovalView | undefined =>
  approvals.find(({ id }) => id === text) ??
  approvals.find(({ id }) => id === `gate:${text}`) ??
  approvals.find((one) => text === 'policy' && one.id.startsWith('policy:') && waits(one));
