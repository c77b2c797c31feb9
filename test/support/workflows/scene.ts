import type { CommandEnvelope, HumanCommand, OpenCase } from '../../../domain/case/commands.js';
import type { Intake } from '../../../domain/case/intake.js';
import type { Plan } from '../../../domain/case/plan.js';
import { type Actor, CLIENT_ROLES } from '../../../domain/case/roles.js';
import type { Calendar } from '../../../domain/clocks/calendar.js';
import { initialState } from '../../../domain/decider/evolve.js';
import { contentHash } from '../../../domain/hash.js';

export const PROCUREMENT: Actor = { personId: 'p-procurement', role: 'procurement' };
export const HASH = 'a'.repeat(64);

/** Every day is worked, from 9 to 17 UTC. */
const everyDay: Calendar = {
  timeZone: 'UTC',
  version: 'test',
  from: '2026-01-01',
  through: '2028-12-31',
  offsets: [{ from: '2026-01-01T00:00:00.000Z', minutes: 0 }],
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  opensMinute: 540,
  closesMinute: 1020,
  holidays: [],
};

/** Somebody for every role, so that nobody is asked to name one. */
const people = Object.fromEntries(CLIENT_ROLES.map((role) => [role, [`p-${role}`]]));

const intake: Intake = {
  ...initialState('').intake,
  title: 'Claims assistant',
  vendor: { name: 'Vendor', country: 'PL', contact: 'p-contact', timeZone: 'UTC', holidays: 'PL' },
  client: { name: 'Client', timeZone: 'UTC', holidays: 'US', people },
  startDate: '2026-09-01',
};

/** Nothing to decide and nothing to supply: the working agreement is reached at once, and the cadence, if any, begins. */
const plan = (meetings: Plan['meetings']): Plan => ({
  ...initialState('').plan,
  hash: HASH,
  stages: [{ id: 'working-agreement', after: [], deciders: [], decideWithinHours: 8, escalateTo: 'executive' }],
  meetings,
});

/** A command in an envelope of its own. */
export function enveloped<C extends OpenCase | HumanCommand>(
  commandId: string,
  command: C,
  actor = PROCUREMENT,
): CommandEnvelope<C> {
  return { commandId, requestHash: contentHash({ actor, command }), actor, command };
}

/** Opens a case; with `daily` a meeting falls due every day at 9:00 UTC. */
export const openCase = (commandId = 'open', { daily = false } = {}): CommandEnvelope<OpenCase> =>
  enveloped(commandId, {
    type: 'OpenCase',
    intake,
    plan: plan(daily ? [{ id: 'CA-1', every: 'working-day', owner: 'vendor-contact', graceHours: 4 }] : []),
    calendars: { client: everyDay, vendor: everyDay },
  });

/** Registers a paper under an id of its own: a command that a second one of the same content would be refused for. */
export const registerPaper = (commandId: string, paper = commandId): CommandEnvelope<HumanCommand> =>
  enveloped(commandId, {
    type: 'RegisterPaper',
    paper,
    kind: 'other',
    title: 'A paper',
    textHash: HASH,
    signers: ['client'],
    from: '2026-09-01',
  });

/** Ends the case. */
export const closeCase = (commandId = 'close'): CommandEnvelope<HumanCommand> =>
  enveloped(commandId, { type: 'CloseCase', reason: 'The work is done.' });
