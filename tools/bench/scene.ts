import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { calendarOf } from '../../activities/calendars/calendarOf.js';
import type { CommandEnvelope, HumanCommand, OpenCase } from '../../domain/case/commands.js';
import type { Actor } from '../../domain/case/roles.js';
import { contentHash } from '../../domain/hash.js';
import { DAY_MS, fromMs } from '../../domain/time.js';
import { loadPolicyWork } from '../../workers/policyWork.js';

/** The repository's root, from the compiled place of this file. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const HASH = 'a'.repeat(64);

/** A command in an envelope of its own. */
export function enveloped<C extends OpenCase | HumanCommand>(
  commandId: string,
  actor: Actor,
  command: C,
): CommandEnvelope<C> {
  return { commandId, requestHash: contentHash({ actor, command }), actor, command };
}

let opening: OpenCase | undefined;

/** The managed team of the examples under the policy that comes with the product, starting in a week: a case of real size. */
function managedTeam(): OpenCase {
  const startDate = fromMs(Date.now() + 7 * DAY_MS).slice(0, 10);
  const text = readFileSync(`${ROOT}examples/cases/managed-team.yaml`, 'utf8').replace(
    /^startDate: .*$/m,
    `startDate: ${startDate}`,
  );
  const read = loadPolicyWork().reader.read(text);
  if (!read.ok) throw new Error(`The example case cannot be read: ${read.faults[0]?.message ?? ''}`);
  const compiled = read.compile((email) => `p-${contentHash(email).slice(0, 16)}`);
  const from = fromMs(Date.now() - 60 * DAY_MS).slice(0, 10);
  const of = ({ timeZone, holidays }: { timeZone: string; holidays: string }) =>
    calendarOf({ timeZone, holidays, from, days: 400 });
  return {
    type: 'OpenCase',
    ...compiled,
    calendars: { client: of(compiled.intake.client), vendor: of(compiled.intake.vendor) },
  };
}

/** Opens a case of real size. */
export function openCase(): CommandEnvelope<OpenCase> {
  opening ??= managedTeam();
  return enveloped('open', procurement(), opening);
}

function procurement(): Actor {
  opening ??= managedTeam();
  const [personId] = opening.intake.client.people.procurement ?? [];
  if (personId === undefined) throw new Error('The example case has nobody in procurement.');
  return { personId, role: 'procurement' };
}

/** An act that adds two or three entries and asks for nothing outside: a paper is put on the file. */
export const registerPaper = (commandId: string): CommandEnvelope<HumanCommand> =>
  enveloped(commandId, procurement(), {
    type: 'RegisterPaper',
    paper: commandId,
    kind: 'other',
    title: 'A paper',
    textHash: HASH,
    signers: ['client'],
    from: '2026-09-01',
  });
