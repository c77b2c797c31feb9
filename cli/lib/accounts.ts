import type { CaseView } from '../../contract/caseView.js';
import { table } from './print.js';
import { readable, stamp } from './times.js';

type Outside = Pick<CaseView, 'accounts' | 'outsideChanges' | 'names'>;

/** Accounts beside the grants with who declared each and why, and what was changed by hand; empty where there is neither. */
export function accountsText({ accounts = [], outsideChanges = [], names }: Outside, zone: string): string {
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
  const tables = [
    ...(known.length === 0 ? [] : [table(ACCOUNTS, known)]),
    ...(changed.length === 0 ? [] : [table(CHANGES, changed)]),
  ];
  return tables.join('\n\n');
}

const ACCOUNTS = ['ID', 'ACCOUNT', 'REPOSITORY', 'WHOSE', 'WHEN', 'BY', 'WHY', 'LAST LOOK'];
const CHANGES = ['PERSON', 'REPOSITORY', 'BY HAND', 'FOUND', 'REVIEW'];
