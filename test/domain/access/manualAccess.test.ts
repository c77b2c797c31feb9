import type { HumanCommand } from '../../../domain/case/commands.js';
import { type Act, decide, doAll, waiveTheEnd } from '../../support/domain/acts.js';
import { as, Book } from '../../support/domain/book.js';
import { breachesOf } from '../../support/domain/oracle.js';
import { AGREEMENT, LOGGED, MASKED, WAY_TO_WORK } from '../../support/domain/wayToWork.js';

const LEASE = 'ada/manual:arrivals';
const admin = as('security');
const checker = as('privacy');
const link = 'https://tickets.meridian.example/1';
const report = (is: 'opened' | 'closed'): HumanCommand => ({
  type: 'AttestManualChange',
  person: 'ada',
  resource: 'manual:arrivals',
  is,
  evidence: link,
});
const check = (found: 'present' | 'absent'): HumanCommand => ({
  type: 'VerifyManualAccess',
  person: 'ada',
  resource: 'manual:arrivals',
  found,
  evidence: link,
});
const tasksOf = (book: Book): string[] => Object.keys(book.state.tasks).filter((id) => id.includes('manual:arrivals'));
/** The data set is masked, and privacy has agreed. */
const DATA_PROTECTION: Act[] = [MASKED, decide(as('privacy'), 'gate:data-protection')];

let granted: Book | undefined;

/** Everything that ada's access to the data set rests on is in force. */
function withGrant(): Book {
  if (granted === undefined) {
    granted = doAll(new Book('data-by-hand.yaml'), [
      ...WAY_TO_WORK.slice(0, -AGREEMENT.length),
      ...DATA_PROTECTION,
      ...AGREEMENT,
    ]);
    granted.act(LOGGED.by, LOGGED.command(granted));
  }
  return granted.copy();
}

describe('access that is given by hand', () => {
  test('given a grant, when the administrator opens and somebody else finds it, then it counts as opened, and not before', () => {
    const book = withGrant();
    expect(tasksOf(book)).toEqual([`attest:${LEASE}`]);
    expect(book.act(admin, report('opened'))).toMatchObject({ status: 'recorded' });
    expect(tasksOf(book)).toEqual([`verify:${LEASE}`]);
    expect(book.state.leases[LEASE]).toMatchObject({ seen: 'unknown', everOpened: false });
    expect(book.act(checker, check('present'))).toMatchObject({ status: 'recorded' });
    expect(tasksOf(book)).toEqual([]);
    expect(book.state.leases[LEASE]).toMatchObject({ seen: 'present', everOpened: true });
    expect(breachesOf(book.rows)).toEqual([]);
  });

  test('given a grant, when the checker finds nothing, then the administrator has to open it again', () => {
    const book = withGrant();
    book.act(admin, report('opened'));
    book.act(checker, check('absent'));
    book.after(1);
    expect(tasksOf(book)).toEqual([`attest:${LEASE}`]);
  });

  test('given an open one, when the NDA runs out, then it is closed by hand, found absent, and proven three times by somebody else', () => {
    const book = withGrant();
    book.act(admin, report('opened'));
    book.act(checker, check('present'));
    book.until('2026-09-20T22:00:00.000Z');
    expect(tasksOf(book)).toContain(`attest:${LEASE}`);
    expect(book.act(admin, report('opened'))).toMatchObject({ status: 'refused', code: 'AccessNotWanted' });
    book.act(admin, report('closed'));
    expect(book.state.leases[LEASE]?.absentAt).toBeUndefined();
    book.act(checker, check('absent'));
    expect(book.state.leases[LEASE]?.absentAt).toBe('2026-09-20T22:00:00.000Z');
    const proven = [1, 24, 168].map((hours) => {
      expect(tasksOf(book)).toEqual([]);
      book.until(new Date(Date.parse('2026-09-20T22:00:00.000Z') + hours * 3_600_000).toISOString());
      expect(tasksOf(book)).toEqual([`verify:${LEASE}`]);
      book.act(checker, check('absent'));
      return book.state.leases[LEASE]?.proofs.length;
    });
    expect(proven).toEqual([1, 2, 3]);
    expect(tasksOf(book)).toEqual([]);
  });

  test('given one that has ended, when it is found there again, then it has to be closed and proven anew', () => {
    const book = withGrant();
    book.act(admin, report('opened'));
    book.act(checker, check('present'));
    book.act(as('security'), { type: 'SuspendAccess', person: 'ada', reason: 'Odd downloads.' });
    book.act(admin, report('closed'));
    book.act(checker, check('absent'));
    book.after(1);
    book.act(checker, check('present'));
    expect(book.state.leases[LEASE]?.absentAt).toBeUndefined();
    expect(tasksOf(book)).toEqual([`attest:${LEASE}`]);
  });

  test('given somebody else than the two whom the case names, when they report or check, then that is refused', () => {
    const book = withGrant();
    expect(book.act(checker, report('opened'))).toMatchObject({ code: 'NotYourRole' });
    expect(book.act(admin, check('present'))).toMatchObject({ code: 'NotYourRole' });
    expect(book.act(as('engineer', 'ada'), check('present'))).toMatchObject({ code: 'NotYourRole' });
    expect(book.state.leases[LEASE]).toMatchObject({ seen: 'unknown' });
  });

  test('given a closing case, when what is held by hand is still open, then it is not closed before that is proven absent too', () => {
    const book = withGrant();
    book.act(admin, report('opened'));
    book.act(checker, check('present'));
    book.act(as('procurement'), { type: 'CloseCase', reason: 'Over.' });
    waiveTheEnd(book);
    book.after(24 * 9);
    expect(book.state.status).toBe('closing');
    const due = (): string[] => Object.keys(book.state.tasks).filter((id) => /^(attest|verify):/.test(id));
    for (let round = 0; round < 12 && book.state.status === 'closing'; round++) {
      for (const id of due()) {
        const resource = id.slice(id.indexOf('/') + 1);
        if (id.startsWith('attest:')) book.act(admin, { ...report('closed'), resource } as HumanCommand);
        else book.act(checker, { ...check('absent'), resource } as HumanCommand);
      }
      book.after(24 * 3);
    }
    expect(book.state.status).toBe('closed');
  });
});
