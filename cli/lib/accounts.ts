import type { CaseView } from '../../contract/caseView.js';
import { leftStateText, unseenText } from '../../presentation/words/leftBehind.js';
import { table } from './print.js';
import { readable, stamp } from './times.js';

type Outside = Pick<CaseView, 'accounts' | 'outsideChanges' | 'leftBehind' | 'names'>;

/** Accounts beside the grants with who declared each and why, what was changed by hand, and what stays after access; empty where there is none. */
export function accountsText(
  { accounts = [], outsideChanges = [], leftBehind = [], names }: Outside,
  zone: string,
): string {
  const known = accounts.map(({ person, resource, declared, question, foundThere }) => [
    person,
    names[person],
    resource,
    declared === undefined ? 'unknown' : [declared.is, declared.whose].filter(Boolean).join(', '),
    declared === undefined
      ? question && `answer by ${readable(question.answerBy, undefined, zone)}`
      : stamp(declared.at, zone),
    declared && (names[declared.by] ?? declared.by),
    declared?.reason,
    foundThere ? 'found there' : undefined,
  ]);
  const changed = outsideChanges.map(({ lease, change, from, to, at, keptClosed }) => {
    const person = lease.slice(0, lease.indexOf('/'));
    return [
      names[person] ?? person,
      lease.slice(person.length + 1),
      change === 'removed' ? 'removed' : `${from} changed to ${to}`,
      stamp(at, zone),
      keptClosed === undefined ? 'to be decided' : `stays closed: ${keptClosed.reason}`,
    ];
  });
  const left = leftBehind.flatMap(({ person, resource, items }) =>
    items.map((item) => [
      names[person] ?? person,
      resource,
      item.item,
      leftStateText(item),
      item.answer?.whose,
      item.answer && (names[item.answer.by] ?? item.answer.by),
      item.answer?.reason,
    ]),
  );
  const unseen = leftBehind.flatMap(({ person, resource, unseen: parts }) =>
    parts.length === 0 ? [] : [[names[person] ?? person, resource, unseenText(parts)]],
  );
  const tables = [
    ...(known.length === 0 ? [] : [table(ACCOUNTS, known)]),
    ...(changed.length === 0 ? [] : [table(CHANGES, changed)]),
    ...(left.length === 0 ? [] : [table(LEFT, left)]),
    ...(unseen.length === 0 ? [] : [table(UNSEEN, unseen)]),
  ];
  return tables.join('\n\n');
}

const ACCOUNTS = ['ID', 'ACCOUNT', 'REPOSITORY', 'WHOSE', 'WHEN', 'BY', 'WHY', 'LAST LOOK'];
const LEFT = ['PERSON', 'PLACE', 'LEFT BEHIND', 'STANDS', 'WHOSE', 'SAID BY', 'WHY'];
const UNSEEN = ['PERSON', 'PLACE', 'NOBODY COULD LOOK AT'];
const CHANGES = ['PERSON', 'REPOSITORY', 'BY HAND', 'FOUND', 'REVIEW'];
