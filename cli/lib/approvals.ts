import { z } from 'zod';
import { CliError, EXIT } from '../exit.js';
import type { Work } from './act.js';
import { caseOf } from './caseData.js';

const Approval = z.looseObject({ id: z.string(), contentHash: z.string(), status: z.string() });
const Approvals = z.object({ approvals: z.union([z.array(Approval), z.record(z.string(), Approval)]) });

/** The approval meant by a person: its id, the stage of a gate alone (`contract` for `gate:contract`), or `policy` for the one proposed. */
export async function approvalOf(work: Work, caseId: string, text: string): Promise<z.infer<typeof Approval>> {
  const { approvals } = await caseOf(work, caseId, Approvals);
  const all = Array.isArray(approvals) ? approvals : Object.values(approvals);
  const waits = (one: z.infer<typeof Approval>) => one.status === 'asked' || one.status === 'returned';
  const found =
    all.find((one) => one.id === text) ??
    all.find((one) => one.id === `gate:${text}`) ??
    all.find((one) => text === 'policy' && one.id.startsWith('policy:') && waits(one));
  if (found) return found;
  const asked = all.filter(waits).map((one) => one.id);
  throw new CliError(EXIT.notFound, `There is no approval "${text}" in this case.`, {
    hint: asked.length === 0 ? 'Nothing waits for a decision in it now.' : `Waiting now: ${asked.join(', ')}.`,
  });
}
