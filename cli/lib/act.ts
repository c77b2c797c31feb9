import type { Command } from 'commander';
import { z } from 'zod';
import type { HumanCommand } from '../../domain/case/commands.js';
import { type Globals, optionsOf } from './globals.js';
import { askJson } from './http.js';
import { inProse, type Names, speaksOfPeople } from './names.js';
import { paint, safe, show } from './print.js';
import { withProgress } from './progress.js';
import type { Session } from './session.js';
import { signIn, type Wanted } from './signIn.js';
import { stamp } from './times.js';

const Receipt = z.object({ seq: z.number(), hash: z.string(), at: z.string() });
const Recorded = z.looseObject({
  status: z.literal('recorded'),
  receipt: Receipt,
  events: z.array(z.string()),
  notes: z.array(z.string()),
});

/** What a verb works with once it is let in. */
export type Work = { globals: Globals; session: Session };

/** Signs in for a verb. */
export async function workOf(command: Command, wanted: Wanted): Promise<Work> {
  const globals = optionsOf(command);
  return { globals, session: await signIn(globals, wanted) };
}

/** Address of a case, or of something in it. */
export const caseAt = (caseId: string, ...rest: string[]): string =>
  ['/api/cases', ...[caseId, ...rest].map(encodeURIComponent)].join('/');

/** `SubmitEvidence` as it stands in an address: `submit-evidence`. */
export const kebab = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

/** Sends one command on a case and prints its receipt; a refusal ends in exit code 3. */
export async function act(
  { globals, session }: Work,
  caseId: string,
  type: HumanCommand['type'],
  body: Record<string, unknown>,
): Promise<void> {
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  const outcome = await withProgress(`Waiting for the case to answer`, globals.json === true, () =>
    askJson(session, caseAt(caseId, 'commands', kebab(type)), Recorded, {
      body: given,
      ...(globals.key !== undefined && { key: globals.key }),
    }),
  );
  const names = outcome.notes.some(speaksOfPeople) ? await namesIn({ globals, session }, caseId) : {};
  show(globals.json, outcome, () => receiptInWords(outcome, names));
}

const Named = z.object({ names: z.record(z.string(), z.string()) });

/** Names for a receipt; a receipt that cannot have them is shown with ids. */
const namesIn = async ({ session }: Work, caseId: string): Promise<Names> =>
  await askJson(session, caseAt(caseId), Named).then(
    ({ names }) => names,
    () => ({}),
  );

/** A receipt to read: number, time and hash in the ledger, and what should be known. */
export function receiptInWords({ receipt, events, notes }: z.infer<typeof Recorded>, names: Names = {}): string {
  const facts = events.length === 0 ? '' : `: ${safe(events.join(', '))}`;
  return [
    `${paint.green('Recorded')} as no. ${receipt.seq} on ${stamp(receipt.at)}${facts}`,
    paint.dim(`hash ${receipt.hash}`),
    ...notes.map((note) => `${paint.yellow('note')} ${safe(inProse(note, names))}`),
  ].join('\n');
}
