import type { CaseView } from '../../contract/caseView.js';
import { orNone, state } from './caseSections.js';
import { readable } from './times.js';

/** Milestones of a project, with by when what is next. */
export const milestones = (view: CaseView, now: number): string | undefined =>
  orNone(
    ['MILESTONE', 'TITLE', 'DUE', 'STATUS', 'NEXT'],
    view.milestones.map((one) => [
      one.id,
      one.title,
      one.due,
      state(one.lateSince !== undefined && one.status !== 'accepted' ? 'late' : one.status),
      one.status === 'delivered'
        ? `delivery ${one.deliveries}, answer ${readable(one.answerBy, now)}`
        : one.move !== undefined
          ? `the ${one.move.by} asks for ${one.move.due}`
          : readable(one.deliverBy, now),
    ]),
  );

/** First days of people in staff augmentation. */
export const firstDays = (view: CaseView): string | undefined =>
  orNone(
    ['PERSON', 'MANAGER', 'DUE', 'STATUS', 'DAY'],
    view.firstDays.map((one) => [
      view.names[one.person] ?? one.person,
      view.names[one.manager] ?? one.manager,
      one.due,
      state(one.lateSince !== undefined && one.confirmed === undefined ? 'late' : one.status),
      one.confirmed?.day ?? one.announced?.day ?? '-',
    ]),
  );

/** What the vendor disputes, with the answer or by when it is due. */
export const disputes = (view: CaseView, now: number): string | undefined =>
  orNone(
    ['DISPUTE', 'ABOUT', 'REASON', 'ANSWER'],
    view.disputes.map(({ id, about, of, when, value, reason, due, answered }) => [
      id,
      `${about} of ${of}, ${when.slice(0, 10)}${value === undefined ? '' : `: ${value}`}`,
      reason,
      answered === undefined
        ? `due ${readable(due, now)}`
        : `${answered.answer === 'uphold' ? 'stands' : `corrected${answered.value === undefined ? '' : ` to ${answered.value}`}`}: ${answered.reason}`,
    ]),
  );
