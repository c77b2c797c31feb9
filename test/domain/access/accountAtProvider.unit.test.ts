import { judgeNeed } from '../../../domain/access/desiredAccess.js';
import type { CaseState } from '../../../domain/case/state.js';
import { change, own } from '../../../domain/record.js';
import { ADA } from '../../support/domain/outcomes.js';
import { atWork } from '../../support/domain/wayToWork.js';

const book = atWork();

/** Causes that keep Ada from what she has, with her accounts as they stand. */
function kept(is: 'known' | 'gone', providers: string[]): string[] {
  const stand = (state: CaseState): CaseState => ({
    ...state,
    leases: {},
    people: change(state.people, 'ada', (ada) => ({
      ...ada,
      ...{ details: 'd-1', account: 'd-1' },
      identity: { is, providers, of: 'd-1', at: book.now, attempts: 0 },
    })),
  });
  const state = stand(book.state);
  const ada = own(state.people, 'ada');
  const need = ada?.needs.find(({ resource }) => ADA.endsWith(resource));
  if (ada === undefined || need === undefined) throw new Error('Ada needs nothing.');
  const found = judgeNeed(state, ada, need, book.now);
  return Array.isArray(found) ? found.map(({ cause }) => cause) : [];
}

test('given accounts, then nobody has access at a provider where theirs is not known or is no more, and keeps it elsewhere', () => {
  expect([
    kept('known', ['github']),
    kept('known', ['postgres']),
    kept('gone', ['postgres']),
    kept('gone', ['github']),
  ]).toEqual([[], ['account-missing'], [], ['account-gone']]);
});
