import { SYSTEM } from '../../../domain/case/roles.js';
import type { CaseState } from '../../../domain/case/state.js';
import { effectInstants } from '../../../domain/decider/effectsDue.js';
import { evolve } from '../../../domain/decider/evolve.js';
import { DAY_MS, MINUTE_MS, plusMs, toMs } from '../../../domain/time.js';
import {
  ADA,
  DOWN,
  due,
  GONE,
  lookedAt,
  type Outcome,
  reported,
  suspended,
  waits,
} from '../../support/domain/outcomes.js';

const holding = (permission: string): Outcome => ({
  kind: 'access-seen',
  seen: 'present',
  permission,
  acted: true,
  providerRequests: 3,
});

describe('a permission other than the granted one', () => {
  const task = (state: CaseState) => Object.keys(state.tasks).filter((id) => id.startsWith('permission:'));

  test('given an owner who raised it, when a look reads that, then the granted one is asked for at once, and nobody is told once it helped', () => {
    const book = lookedAt();
    const raised = reported(book.state, 'look', holding('admin'), book.now);
    expect([raised.facts, due(raised.state, book.now), task(raised.state)]).toEqual([
      ['AccessObserved', 'AccessChangedOutside'],
      ['open'],
      [],
    ]);
    const { state, facts } = reported(raised.state, 'open', holding('push'), book.now);
    expect([facts, due(state, book.now), task(state)]).toEqual([['AccessObserved'], [], []]);
    expect(due(state, plusMs(book.now, DAY_MS))).toEqual([]);
  });

  test('given a role that gives more to everybody, when it is asked for again and again, then that grows as rare as the looks and somebody is told', () => {
    const book = lookedAt();
    let { state } = reported(book.state, 'look', holding('admin'), book.now);
    let at = book.now;
    const told: number[] = [];
    const minutes = Array.from({ length: 11 }, () => {
      state = reported(state, 'open', holding('admin'), at).state;
      told.push(task(state).length);
      const next = effectInstants(state, at).filter((one) => due(state, one).includes('open'));
      const soonest = next.sort((a, b) => toMs(a) - toMs(b))[0] ?? at;
      const waited = (toMs(soonest) - toMs(at)) / MINUTE_MS;
      at = soonest;
      return waited;
    });
    expect(minutes).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440]);
    expect(told).toEqual([0, ...Array.from({ length: 10 }, () => 1)]);
    state = reported(state, 'open', holding('push'), at).state;
    expect(task(state)).toEqual([]);
  });

  test('given a correction that the provider refuses, when it fails twice, then somebody is told', () => {
    const book = lookedAt();
    const { state } = reported(book.state, 'look', holding('admin'), book.now);
    const once = reported(state, 'open', DOWN, book.now).state;
    expect([task(once), due(once, plusMs(book.now, 5 * MINUTE_MS))]).toEqual([[], ['open']]);
    expect(task(reported(once, 'open', DOWN, book.now).state)).toEqual([`permission:${ADA}`]);
  });

  test('given access that ends while another permission is held, then its closing waits like any other and nobody is told of the permission', () => {
    const book = lookedAt();
    const raised = reported(book.state, 'look', holding('admin'), book.now).state;
    const ended = suspended({ state: raised, now: book.now });
    const { state } = reported(ended, 'open', holding('admin'), book.now);
    expect(due(state, book.now)).toEqual(['close']);
    expect(waits(book.now, state, 'close', 2)).toEqual([5, 10]);
    const failed = reported(reported(state, 'close', DOWN, book.now).state, 'close', DOWN, book.now).state;
    expect(task(failed)).toEqual([]);
  });

  test('given another permission, when the account is then read as absent, then none is held', () => {
    const book = lookedAt();
    const raised = reported(book.state, 'look', holding('admin'), book.now).state;
    const { state } = reported(raised, 'open', GONE, book.now);
    expect([raised, state].map(({ leases }) => leases[ADA]?.held)).toEqual(['admin', undefined]);
  });

  test('given another permission, when the same one is granted on new papers, then it is still asked for; another grant begins afresh', () => {
    const book = lookedAt();
    const raised = reported(book.state, 'look', holding('admin'), book.now).state;
    const again = (permission: string) => {
      const { person, resource } = raised.leases[ADA] ?? { person: '', resource: '' };
      const granted = { lease: ADA, person, resource, permission, restsOn: ['paper:new'] };
      const event = { type: 'AccessGranted' as const, ...granted };
      return evolve(raised, { seq: raised.seq + 1, at: book.now, actor: SYSTEM, commandId: 'c', event }).leases[ADA];
    };
    expect([again('push')?.held, again('pull')?.held]).toEqual(['admin', undefined]);
  });
});
