import type { HeldForOthers, Lease } from '../../../domain/access/lease.js';
import type { CaseEvent } from '../../../domain/case/events.js';
import type { CaseState } from '../../../domain/case/state.js';
import { narrate } from '../../../presentation/facts/narrate.js';
import { accessWindows } from '../../../presentation/report/access.js';
import { caseViewOf, engineerViewOf } from '../../../presentation/views/caseView.js';
import { seenByEngineer, seenByVendor } from '../../../presentation/views/vendorView.js';
import { as } from '../../support/domain/book.js';
import { ADA } from '../../support/domain/outcomes.js';
import { atWork } from '../../support/domain/wayToWork.js';

const HEAD = { seq: 0, hash: '' };
const OTHERS: HeldForOthers = { cases: ['c-another'], permission: 'admin' };
const READER = { zone: 'Europe/Berlin' };
const book = atWork();

/** The case in which another one grants ada more than this one does. */
function withOthers(change: Partial<Lease>): CaseState {
  const { state } = book;
  const ada = state.leases[ADA];
  if (ada === undefined) throw new Error('There is no grant.');
  const lastError = 'No.';
  return { ...state, leases: { ...state.leases, [ADA]: { ...ada, others: OTHERS, lastError, ...change } } };
}
const leaseOf = (view: { leases: { id: string }[] } | undefined) => view?.leases.find(({ id }) => id === ADA);

test('given another case that grants there, then the client reads which and what, and the ways in', () => {
  const state = withOthers({ held: 'admin', keptBy: [{ by: 'team', through: 'core' }] });
  expect(leaseOf(caseViewOf(state, HEAD, as('security'), book.now))).toMatchObject({
    ...{ seen: 'present', permission: 'push', held: 'admin', others: OTHERS },
    keptBy: [{ by: 'team', through: 'core' }],
  });
});

test('given the same, then contact and engineer read their own grant and nothing of another case', () => {
  const state = withOthers({ held: 'admin', keptBy: [{ by: 'team', through: 'core' }], seen: 'others' });
  const views = [
    seenByVendor(state, caseViewOf(state, HEAD, as('vendor-contact'), book.now)),
    seenByEngineer(engineerViewOf(state, 'ada', book.now) ?? expect.fail('ada is of the case')),
  ];
  for (const view of views) {
    expect(leaseOf(view)).toMatchObject({ permission: 'push', seen: 'absent', restsOn: [] });
    const said = JSON.stringify(leaseOf(view));
    for (const word of ['c-another', 'others', 'admin', 'core', 'No.']) expect(said).not.toContain(word);
  }
});

test('given facts that tell of another case, then the line reads as if there were none, and the rest stands beside it', () => {
  const facts: CaseEvent[] = [
    {
      ...{ type: 'AccessObserved', lease: ADA, intent: 'look', seen: 'present', permission: 'admin', others: OTHERS },
      ...{ acted: false, providerRequests: 1 },
    },
    { type: 'AccessWithdrawn', lease: ADA, others: OTHERS },
    { type: 'AbsenceProven', lease: ADA, hours: 24, others: OTHERS },
  ];
  const why = 'Only this grant: admin is granted there besides, by c-another.';
  expect(facts.map((fact) => [narrate(fact, READER).text, narrate(fact, READER).why])).toEqual([
    ['Access checked: {person:ada} on meridian/eta-model, present', why],
    ['Access withdrawn: {person:ada} on meridian/eta-model', why],
    ['Still withdrawn after 1 d: {person:ada} on meridian/eta-model', why],
  ]);
});

test('given a grant that ended while another case grants there, then the report says what is granted besides', () => {
  const ended: CaseEvent = { type: 'AccessWithdrawn', lease: ADA, others: OTHERS };
  const last = book.rows.at(-1) ?? expect.fail('the book is empty');
  const [window] = accessWindows([...book.rows, { ...last, event: ended }], READER).filter(
    ({ lease }) => lease === ADA,
  );
  expect(window?.others).toEqual(OTHERS);
});
