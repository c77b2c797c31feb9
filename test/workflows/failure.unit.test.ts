import type { CommandEnvelope, HumanCommand } from '../../domain/case/commands.js';
import { SYSTEM } from '../../domain/case/roles.js';
import { failure } from '../../workflows/engine/failure.js';
import { as, Book } from '../support/domain/book.js';

const command: HumanCommand = { type: 'SendPaper', paper: 'nda' };

test('given a command on which the rules fail again and again, then as many failures as refusals of an hour are recorded', () => {
  const { state, now } = new Book();
  const limit = state.plan.numbers.refusalsPerHour;
  const envelope: CommandEnvelope = { commandId: 'c', requestHash: '', actor: as('legal'), command };
  let before = state;
  const outcomes = Array.from({ length: limit + 2 }, () => {
    const { entries, outcome, state: after } = failure(before, envelope, new Error('no'), now);
    before = after;
    return [entries.length, outcome.status === 'refused' ? outcome.code : ''];
  });
  expect(outcomes.slice(0, limit)).toEqual(Array(limit).fill([1, 'CommandFailed']));
  expect(outcomes.slice(limit)).toEqual(Array(2).fill([0, 'TooManyRefusals']));
});

test('given failures of what the engine itself put in, then each is recorded: they are nobody’s', () => {
  const { state, now } = new Book();
  let before = state;
  for (let i = 0; i < state.plan.numbers.refusalsPerHour + 2; i++) {
    const envelope: CommandEnvelope = { commandId: `${i}`, requestHash: '', actor: SYSTEM, command: { type: 'Tick' } };
    const made = failure(before, envelope, new Error('no'), now);
    expect(made.entries).toHaveLength(1);
    before = made.state;
  }
});
