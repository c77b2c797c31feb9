import type { CommandEnvelope, StopCommand } from '../../domain/case/commands.js';
import type { CommandOutcome } from '../../domain/case/receipt.js';
import type { Actor } from '../../domain/case/roles.js';
import { contentHash } from '../../domain/hash.js';
import type { Store } from '../../store/contract.js';
import { stopCommandId } from '../../store/stops.js';
import type { StopRow } from '../../store/stopsContract.js';
import type { CaseGateway } from '../parts.js';

/** Cases that are told at a time; each waits for its own answer alone. */
const AT_ONCE = 16;
/** Most cases that one round of telling later takes on. */
const ROUND = 200;

/** Runs a task for each item, so many at a time, and answers in their order. */
export async function inParallel<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  const entries = items.entries();
  const work = async (): Promise<void> => {
    for (const [i, item] of entries) answers[i] = await run(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answers;
}

const envelopeOf = (commandId: string, actor: Actor, command: StopCommand): CommandEnvelope<StopCommand> => ({
  commandId,
  requestHash: contentHash({ actor, command }),
  actor,
  command,
});

/** What a case is told of a stop. */
function stopCommand({ stop, scope, subject, reason }: StopRow): StopCommand {
  const told = { type: 'StopAccess', stop, reason } as const;
  switch (scope) {
    case 'person':
      return { ...told, scope, person: subject };
    case 'vendor':
      return { ...told, scope: 'case' };
    case 'resource':
      return { ...told, scope, resource: subject };
    default: {
      const never: never = scope;
      return never;
    }
  }
}

/** Tells one case of a stop, as whoever stopped; told again, it gives the same answer. */
export const tellStop = (client: CaseGateway, caseId: string, row: StopRow): Promise<CommandOutcome> =>
  client.send(caseId, envelopeOf(stopCommandId(row.stop), row.by, stopCommand(row)));

/** Tells one case that a stop is lifted; `key`: of the request, so that a repeat gives the same answer and another try a new one. */
export const tellLift = (
  client: CaseGateway,
  caseId: string,
  { stop, by, reason, key }: { stop: string; by: Actor; reason: string; key: string },
): Promise<CommandOutcome> => {
  const commandId = `lift:${stop}:${contentHash({ by: by.personId, key }).slice(0, 16)}`;
  return client.send(caseId, envelopeOf(commandId, by, { type: 'LiftStop', stop, reason }));
};

/** Tells the cases that a standing stop concerns and that do not know it: those that were away, that opened later, or that somebody joined since. */
export async function tellUntold({ store, client }: { store: Pick<Store, 'stops'>; client: CaseGateway }) {
  const untold = await store.stops.untold(ROUND);
  // A case that gives no answer is told in the next round.
  await inParallel(untold, ({ caseId, stop }) => tellStop(client, caseId, stop).catch(() => undefined));
}
