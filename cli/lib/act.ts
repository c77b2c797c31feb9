import type { Command } from 'commander';
import type { z } from 'zod';
import { recorded } from '../../contract/answers.js';
import { caseNames, type FieldsOf } from '../../contract/basics.js';
import { type COMMANDS, type CommandType, kebab } from '../../contract/commands.js';
import { type Names, speaksOfPeople } from '../../presentation/words/people.js';
import { type Globals, optionsOf } from './globals.js';
import { askJson } from './http.js';
import { inProse } from './names.js';
import { plainFaults } from './plainFaults.js';
import { paint, safe, show } from './print.js';
import { withProgress } from './progress.js';
import type { Session } from './session.js';
import { signIn, type Wanted } from './signIn.js';
import { stamp } from './times.js';

/** What a verb works with once it is let in; `command` is what was typed. */
export type Work = { globals: Globals; session: Session; command: Command };

/** Signs in for a verb. */
export async function workOf(command: Command, wanted: Wanted): Promise<Work> {
  const globals = optionsOf(command);
  return { globals, session: await signIn(globals, wanted), command };
}

/** Address of a case, or of something in it. */
export const caseAt = (caseId: string, ...rest: string[]): string =>
  ['/api/cases', ...[caseId, ...rest].map(encodeURIComponent)].join('/');

type Recorded = z.infer<typeof recorded>;

/** Sends one command on a case, prints its receipt and gives it back; a refusal ends in exit code 3. */
export async function act<T extends CommandType>(
  { globals, session, command }: Work,
  caseId: string,
  type: T,
  body: FieldsOf<(typeof COMMANDS)[T]['body']>,
): Promise<Recorded> {
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  const outcome = await withProgress(`Waiting for the case to answer`, globals.json === true, () =>
    askJson(session, caseAt(caseId, 'commands', kebab(type)), recorded, {
      body: given,
      ...(globals.key !== undefined && { key: globals.key }),
    }),
  ).catch((error: unknown) => {
    throw plainFaults(error, command, given);
  });
  const names = outcome.notes.some(speaksOfPeople) ? await namesIn(session, caseId) : {};
  show(globals.json, outcome, () => receiptInWords(outcome, names));
  return outcome;
}

/** Names for a receipt; a receipt that cannot have them is shown with ids. */
const namesIn = async (session: Session, caseId: string): Promise<Names> =>
  await askJson(session, caseAt(caseId), caseNames).then(
    ({ names }) => names,
    () => ({}),
  );

/** A receipt to read: number, time and hash in the ledger, and what should be known. */
export function receiptInWords({ receipt, events, notes }: Recorded, names: Names = {}): string {
  const facts = events.length === 0 ? '' : `: ${safe(events.join(', '))}`;
  return [
    `${paint.green('Recorded')} as no. ${receipt.seq} on ${stamp(receipt.at)}${facts}`,
    paint.dim(`hash ${receipt.hash}`),
    ...notes.map((note) => `${paint.yellow('note')} ${safe(inProse(note, names))}`),
  ].join('\n');
}
