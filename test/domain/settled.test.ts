import type { CommandEnvelope } from '../../domain/case/commands.js';
import { handle, nextDeadline } from '../../domain/decider/handle.js';
import { plusMs } from '../../domain/time.js';
import { as, Book } from '../support/domain/book.js';

const envelope: CommandEnvelope = {
  commandId: 'c',
  requestHash: 'c',
  actor: as('procurement'),
  command: { type: 'PauseCase', reason: 'Holidays.' },
};

/** A case at rest, and the next instant at which time makes something true. */
function atRest() {
  const { state, now } = new Book();
  const until = nextDeadline(state, now);
  if (until === undefined) throw new Error('Nothing lies ahead.');
  return { state, until };
}

test('given a settled state, when a command comes before the next deadline, then it is decided as if all had been asked afresh', () => {
  const { state, until } = atRest();
  const occasion = { now: plusMs(until, -1), runId: 'r' };
  expect(handle(state, envelope, { ...occasion, settled: { until } })).toEqual(handle(state, envelope, occasion));
});

test('given a settled state, when a command comes at the next deadline, then what time made true stands before it on the record', () => {
  const { state, until } = atRest();
  const occasion = { now: until, runId: 'r' };
  const { entries } = handle(state, envelope, { ...occasion, settled: { until } });
  expect(entries).toEqual(handle(state, envelope, occasion).entries);
  expect(entries.findIndex(({ event }) => event.type === 'CasePaused')).toBeGreaterThan(0);
});
