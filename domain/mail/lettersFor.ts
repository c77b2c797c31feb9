import type { Lease } from '../access/lease.js';
import type { CaseEvent } from '../case/events.js';
import type { PersonId, Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { parseSubjectKey } from '../controls/control.js';
import { CONTROLS } from '../controls/index.js';
import { namedFor } from '../people/named.js';
import { say, type Why } from '../say.js';
import { nameOf, step } from '../tasks/task.js';
import { wordsOfTasks } from '../tasks/wanted.js';
import type { Instant } from '../time.js';
import { incidentLetters } from './incidentLetters.js';
import { lifeNotice } from './lifeNotices.js';
import { asLetter, type Draft, type Queued, queued } from './queued.js';
import { replacementWords } from './replacementWords.js';
import { taskLetters, type Worded } from './taskLetters.js';

/** Facts whose letters tell why a task is there and how it is done. */
const remindable = (events: CaseEvent[]): boolean =>
  events.some((e) => e.type === 'TaskOpened' || e.type === 'ReminderDue' || e.type === 'ApprovalEscalated');

/**
 * The letters that a batch of facts asks for. Ids are `<number of the causing entry>-<person>`, so that the same fact is the same letter for ever;
 * tasks that open together reach a person as one letter.
 *
 * @param firstSeq number of the first of the facts in the ledger
 */
export function lettersFor(state: CaseState, events: CaseEvent[], firstSeq: number, now: Instant): Queued[] {
  const words = remindable(events) ? wordsOfTasks(state, now) : new Map();
  const worded: Worded = (task) => ({ why: '', how: [], ...words.get(task.id), ...task });
  const single = events.flatMap((event, i) =>
    draftsFor(state, event, worded).flatMap((d) => queued(state, d, firstSeq + i)),
  );
  return [...taskLetters(state, events, firstSeq, worded), ...single];
}

const named = (state: CaseState, roles: Role[]): PersonId[] => [...new Set(roles.flatMap((r) => namedFor(state, r)))];

function draftsFor(state: CaseState, event: CaseEvent, worded: Worded): Draft[] {
  switch (event.type) {
    case 'ReminderDue': {
      const task = state.tasks[event.task];
      if (task === undefined) return [];
      const late = task.lateSince !== undefined;
      return [
        {
          to: task.assignees,
          template: 'reminder',
          letter: { ...asLetter(worded(task)), subject: `${late ? 'Late' : 'Reminder'}: ${task.title}` },
        },
      ];
    }
    case 'ApprovalEscalated': {
      const task = state.tasks[`decide:${event.approval}`];
      if (task === undefined) return [];
      return [
        {
          to: named(state, [event.to]),
          template: 'escalation',
          letter: { ...asLetter(worded(task)), subject: `Escalated to you: ${task.title}` },
        },
      ];
    }
    case 'RedFlagRaised':
      return [
        notice(
          named(state, ['procurement', 'executive']),
          `Red flag ${event.flag}: ${CONTROLS[event.flag]?.title ?? event.flag}`,
          event.reason,
          [step(`case show ${state.caseId}`)],
        ),
      ];
    case 'LapseWarned': {
      const { controlId, person } = parseSubjectKey(event.what);
      const owner = state.plan.controls[controlId]?.owner ?? 'procurement';
      const whom = person === undefined ? '' : ` of ${nameOf(person)}`;
      const held = state.plan.controls[controlId]?.binding.kind === 'gate';
      const title = `${controlId}${whom} lapses: ${CONTROLS[controlId]?.title ?? controlId}`;
      return [
        {
          to: named(state, [owner, 'procurement']),
          template: 'notice',
          letter: {
            subject: title,
            what: held
              ? `${title}. Access that rests on it ends at that moment.`
              : `${title}. It counts as not supplied from that moment on.`,
            byWhen: event.at,
            why: held
              ? 'What access rests on is renewed before it ends, or access ends with it.'
              : 'What the plan tracks is renewed before it ends, or it is open again.',
            how: [
              `Supply what takes its place: ${step(`submit ${state.caseId} ${controlId} --form ${controlId}.yaml`)}`,
            ],
          },
        },
      ];
    }
    case 'AccessOpened':
      return accessNotice(
        state,
        state.leases[event.lease],
        (l) => `${nameOf(l.person)} now holds ${event.permission} on ${l.resource}`,
        'Every paper that it rests on is in force.',
      );
    case 'AccessEnded':
      return accessNotice(
        state,
        state.leases[event.lease],
        (l) => `${nameOf(l.person)} loses access to ${l.resource}`,
        say('letters.access-ended', { detail: event.detail, cause: event.cause }),
      );
    case 'AccessFoundAfterEnd':
      return accessNotice(
        state,
        state.leases[event.lease],
        (l) => `${nameOf(l.person)} was found on ${l.resource} after the access had ended`,
        'It is withdrawn and proven absent again.',
      );
    case 'ReplacementRequested':
    case 'ReplacementSlaBreached':
    case 'ReplacementFulfilled':
    case 'ReplacementWithdrawn': {
      const { title, why } = replacementWords(state, event);
      const both = named(state, ['engineering-manager', 'procurement', 'vendor-contact']);
      return [notice(both, title, why, [step(`case show ${state.caseId}`)])];
    }
    case 'IncidentReported':
    case 'IncidentClockReminded':
    case 'IncidentDutyLate':
    case 'IncidentClosed':
      return incidentLetters(state, event);
    default: {
      const about = lifeNotice(event);
      return about === undefined ? [] : [notice(named(state, about.to), about.title, about.why, about.how)];
    }
  }
}

const notice = (to: PersonId[], title: string, why: Why, how: string[]): Draft => ({
  to,
  template: 'notice',
  letter: { subject: title, what: title, why, how },
});

const accessNotice = (
  state: CaseState,
  lease: Lease | undefined,
  title: (lease: Lease) => string,
  why: Why,
): Draft[] =>
  lease === undefined
    ? []
    : [
        notice([...named(state, ['engineering-manager', 'security']), lease.person], title(lease), why, [
          step(`access show ${state.caseId}`),
        ]),
      ];
