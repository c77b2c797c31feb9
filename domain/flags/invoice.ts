import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { Actor } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { localDay } from '../clocks/businessTime.js';
import { unlessRole } from '../people/named.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';

/** Records what the vendor billed for a month, from the month of the start date to the running one (RF-4). */
export function decideInvoice(
  state: CaseState,
  command: Extract<HumanCommand, { type: 'RecordInvoice' }>,
  actor: Actor,
  now: Instant,
): Decision {
  const denied = unlessRole(state, actor, ['procurement']);
  if (denied) return denied;
  const { type: _type, ...invoice } = command;
  const [first, last] = [state.intake.startDate.slice(0, 7), localDay(state.calendars.client, now).slice(0, 7)];
  if (invoice.month < first || invoice.month > last)
    return refuse('Malformed', say('flags.invoice-month', { month: invoice.month, first, last }));
  return record({ type: 'InvoiceRecorded', ...invoice });
}
