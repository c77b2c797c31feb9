import type { HumanCommand } from '../../../domain/case/commands.js';
import { as, Book } from './book.js';

/** Saturday night before the clocks go back in Europe (25 October 2026, 01:00 UTC). */
export const KNOWN = '2026-10-24T20:00:00.000Z';
export const quiet = (): Book => {
  const book = new Book('small-team.yaml', KNOWN);
  book.now = KNOWN;
  return book;
};
type Report = Partial<Extract<HumanCommand, { type: 'ReportIncident' }>>;
export const report = (book: Book, more: Report = {}, by = as('vendor-contact')) =>
  book.act(by, {
    type: 'ReportIncident',
    incident: 'inc-1',
    drill: false,
    what: 'disclosure',
    personalData: true,
    ...more,
  });
export const amend = (book: Book, by: ReturnType<typeof as>, what: { awareAt?: string; personalData?: true }) => {
  const outcome = book.act(by, { type: 'AmendIncident', incident: 'inc-1', ...what });
  return outcome.status === 'refused' ? outcome.code : outcome.events;
};
type Step = Omit<Extract<HumanCommand, { type: 'RecordIncidentStep' }>, 'type' | 'incident'>;
export const step = (book: Book, by: ReturnType<typeof as>, what: Step) => {
  const outcome = book.act(by, { type: 'RecordIncidentStep', incident: 'inc-1', ...what });
  return outcome.status === 'refused' ? outcome.code : outcome.events;
};
export const LINK = 'https://files.example/1';
export const ALL = ['nature', 'contact', 'consequences', 'measures'] as const;
/** What the ledger says of the incident, with its instants. */
export const told = (book: Book) =>
  book.rows.flatMap(({ at, event }) => {
    if (event.type === 'IncidentClockReminded') return [`${at} ${event.clock} ${event.percent}`];
    if (event.type === 'IncidentDutyLate') return [`${at} ${event.clock} late`];
    return event.type === 'IncidentStepRecorded'
      ? [`${at} ${event.step} ${event.minutes} ${event.lateMinutes ?? 0}`]
      : [];
  });
export const tasks = (book: Book) =>
  Object.values(book.state.tasks)
    .filter((t) => t.id.startsWith('incident:'))
    .map((t) => `${t.id} ${t.role}`);
