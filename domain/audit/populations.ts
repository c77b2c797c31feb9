import type { CaseEvent } from '../case/events.js';
import type { Day, Instant } from '../time.js';

type FactType = CaseEvent['type'];

/** One kind of population: the facts that it is made of, and the fields of those facts that its rows show, in order. */
export type Population = { facts: readonly FactType[]; fields: readonly string[]; means: string };

/**
 * What an auditor draws samples from, across all cases.
 * A row is one fact in a ledger; nothing is derived, so that every row can be found again by case, number and hash.
 */
export const POPULATIONS = {
  grants: {
    facts: ['AccessGranted'],
    fields: ['lease', 'person', 'resource', 'permission', 'restsOn', 'notAfter'],
    means: 'Access that the record allowed, with what it rested on.',
  },
  waivers: {
    facts: ['ControlWaived'],
    fields: ['key', 'approval', 'requestedBy', 'by', 'until', 'reason'],
    means: 'Controls that were waived.',
  },
  refusals: {
    facts: ['DecisionRefused', 'ApprovalRejected'],
    fields: ['code', 'command', 'said', 'approval', 'reason'],
    means: 'Acts that the rules refused, and approvals that a person refused.',
  },
  'late-steps': {
    facts: ['TaskBecameLate', 'ApprovalEscalated', 'MeetingMissed', 'ReplacementSlaBreached', 'IncidentDutyLate'],
    fields: ['task', 'due', 'approval', 'to', 'meeting', 'day', 'replacement', 'person', 'incident', 'clock'],
    means:
      'Tasks that became late, approvals that nobody answered in time, meetings that were missed, replacements beyond the SLA, and duties of an incident that were late.',
  },
  'red-flags': {
    facts: ['RedFlagRaised'],
    fields: ['flag', 'person', 'reason'],
    means: 'Red flags that were raised, by the engine or by a person.',
  },
} as const satisfies Record<string, Population>;

export type PopulationKind = keyof typeof POPULATIONS;

/** Instants from `from` to `through`, both included. */
export type Period = { from: Instant; through: Instant };

/** Whole days in UTC, the last one included; cases of several zones have no other day in common. */
export const periodOf = (from: Day, to: Day): Period => ({
  from: `${from}T00:00:00.000Z`,
  through: `${to}T23:59:59.999Z`,
});
