import fc from 'fast-check';
import type { Approval } from '../../domain/approvals/approval.js';
import { type Actor, CLIENT_ROLES, type Role } from '../../domain/case/roles.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { decide } from '../support/domain/acts.js';
import { as, type Book } from '../support/domain/book.js';
import { atWork } from '../support/domain/wayToWork.js';

const ROLES: Role[] = [...CLIENT_ROLES.filter((r) => r !== 'in-house-engineer'), 'vendor-contact'];
/** Everybody of the case; legal are two. */
const PEOPLE: Actor[] = [...ROLES.map((role) => as(role)), as('legal', 'legal-2')];
const FLAGS = Object.values(CONTROLS).flatMap(({ id, redFlag }) => (redFlag ? [id] : []));

type Step = { act: 'clear' | 'remedy' | 'approve' | 'reject' | 'return' | 'answer'; by: Actor };
const step = fc.record({
  act: fc.constantFrom<Step['act']>('clear', 'remedy', 'approve', 'reject', 'return', 'answer'),
  by: fc.constantFrom(...PEOPLE),
});

const openOn = (book: Book, flag: string): Approval[] =>
  Object.values(book.state.approvals).filter(
    (a) => a.subject === flag && (a.status === 'asked' || a.status === 'returned'),
  );

/** One act about a flag, refused or not; true when it was recorded. */
function does(book: Book, flag: string, { act, by: actor }: Step): boolean {
  const [open] = openOn(book, flag);
  if (act === 'clear')
    return book.act(actor, { type: 'RequestClearance', flag, reason: 'Looked into.' }).status === 'recorded';
  if (act === 'remedy') {
    const remedy = { term: 'Amend it.', owner: 'vendor-contact', until: '2026-09-10', reason: 'Promised.' };
    return book.act(actor, { type: 'ProposeRemedy', flag, ...remedy }).status === 'recorded';
  }
  if (open === undefined) return false;
  if (act === 'answer')
    return book.act(actor, { type: 'AnswerQuestions', approval: open.id, answer: 'Here.' }).status === 'recorded';
  const said = decide(actor, open.id, act);
  return book.act(actor, said.command(book)).status === 'recorded';
}

/** Whether acts that people can do at once lead from here to a flag that stops nobody. */
function canGoOn(from: Book, flag: string): boolean {
  const book = from.copy();
  for (let turn = 0; turn < 4; turn++) {
    if (book.state.flags[flag]?.status !== 'open') return true;
    const [open] = openOn(book, flag);
    const next: Step['act'] = open === undefined ? 'clear' : open.status === 'returned' ? 'answer' : 'approve';
    if (!PEOPLE.some((by) => does(book, flag, { act: next, by }))) return false;
  }
  return book.state.flags[flag]?.status !== 'open';
}

test.each(FLAGS)(
  'given %s, when anybody asks, decides, returns and answers in any order, then somebody can always go on at once',
  (flag) => {
    const start = atWork();
    start.mail = false;
    start.act(as(CONTROLS[flag]?.locked ? 'security' : 'privacy'), {
      type: 'RaiseRedFlag',
      flag,
      reason: 'Seen on site.',
    });
    if (start.state.flags[flag] === undefined) throw new Error(`${flag} is not raised.`);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), (steps) => {
        const book = start.copy();
        book.mail = false;
        for (const one of steps) does(book, flag, one);
        return canGoOn(book, flag);
      }),
      { numRuns: 25 },
    );
  },
);
