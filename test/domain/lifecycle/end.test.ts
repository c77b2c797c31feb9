import { outcomeOf } from '../../../domain/lifecycle/outcome.js';
import { waiveTheEnd } from '../../support/domain/acts.js';
import { as, Book } from '../../support/domain/book.js';
import { atWork } from '../../support/domain/wayToWork.js';

describe('the end of a case', () => {
  test.each(['completed', 'walked-away', 'cancelled'] as const)(
    'given it ends %s, then the record says so and why',
    (outcome) => {
      const book = new Book();
      book.act(as('procurement'), { type: 'CloseCase', outcome, reason: 'RF-2 was not put right.' });
      expect(book.state).toMatchObject({
        status: 'closed',
        closedOutcome: outcome,
        closedReason: 'RF-2 was not put right.',
      });
    },
  );

  test('given no outcome, then it is completed', () => {
    const book = new Book();
    book.act(as('executive'), { type: 'CloseCase', reason: 'Over.' });
    expect([outcomeOf(book.state), outcomeOf(new Book().state)]).toEqual(['completed', undefined]);
  });

  test('given a vendor at work, when the client walks away, then every access is proven absent before the case is closed', () => {
    const book = atWork();
    book.act(as('procurement'), { type: 'CloseCase', outcome: 'walked-away', reason: 'Undisclosed people.' });
    expect([book.state.status, [...book.provider]]).toEqual(['closing', []]);
    waiveTheEnd(book).after(24 * 8);
    expect(book.state.status).toBe('closed');
  });
});
