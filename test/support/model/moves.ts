import fc from 'fast-check';
import type { CaseCommand } from '../../../domain/case/commands.js';
import type { Actor } from '../../../domain/case/roles.js';
import type { Act } from '../domain/acts.js';
import { as } from '../domain/book.js';
import { DISTURBANCES } from '../domain/histories.js';
import type { Start } from './modelStart.js';
import { type ModelWorld, PLACE } from './modelWorld.js';
import type { Fault } from './strictProvider.js';

type Which = 0 | 1;
/** Something that people, papers, the provider or a machine do. */
export type Move =
  | { do: 'go-on'; in: Which; acts: number }
  | { do: 'act'; in: Which; what: string }
  /** Acts while one of the next requests is under way; `plays`: what follows from it is played there too. */
  | { do: 'act-meanwhile'; in: Which; what: string; requests: number; plays: boolean }
  | { do: 'stop' | 'lift'; person: 'ada' | 'nina' }
  | { do: 'hand'; account: string; permission?: string }
  | { do: 'team' | 'member'; account: string; isIn: boolean }
  | { do: 'base'; permission?: string }
  | { do: 'rename'; account: string; impostor: boolean }
  | { do: 'rename-place'; impostor: boolean }
  | { do: 'delete'; account: string }
  | { do: 'delete-place' }
  | { do: 'faults'; are: Fault[] }
  | { do: 'crash'; minutes: number[] }
  | { do: 'invitations'; wait: boolean }
  | { do: 'correct'; in: Which; person: 'ada' | 'nina' }
  | { do: 'look' }
  | { do: 'pass'; minutes: number };

export type Sequence = { starts: [Start, Start]; moves: Move[] };

// A change of the scope makes another plan, which nobody compiles here.
const { 'the repository leaves the scope': _scope, ...FROM_LIVES } = DISTURBANCES;

/** What happens in a case by people's acts: what the lives of the property tests have, and more. */
const ACTS: Record<string, Act[]> = {
  ...FROM_LIVES,
  'nina is suspended': [act(as('security'), { type: 'SuspendAccess', person: 'nina', reason: 'Alarm.' })],
  'nina is resumed': [act(as('legal'), { type: 'ResumeAccess', person: 'nina', reason: 'False alarm.' })],
  'nina needs less': [
    act(as('engineering-manager'), {
      ...{ type: 'SetNeeds', person: 'nina', reason: 'She only reads.' },
      needs: [{ resource: 'github:meridian/eta-model', profile: 'reader', task: 'Reads' }],
    }),
  ],
  'nina needs nothing': [
    act(as('engineering-manager'), { type: 'SetNeeds', person: 'nina', needs: [], reason: 'It is done.' }),
  ],
  'the stranger is ours': [
    act(as('engineering-manager'), {
      ...{ type: 'DeclareAccounts', resource: 'github:meridian/eta-model', accounts: ['p-9'], is: 'client' },
      ...{ whose: 'Platform team', reason: 'Known.' },
    }),
  ],
};

function act(by: Actor, command: ReturnType<Act['command']>): Act {
  return { name: command.type, by, command: () => command };
}

const ENGINEERS = ['1', '2', '2', '2', '3'];
const which = fc.constantFrom<Which>(0, 1);
const account = fc.constantFrom(...ENGINEERS, '9');
const what = fc.constantFrom(...Object.keys(ACTS));
const permission = fc.constantFrom('pull', 'push', 'push', 'admin');
const person = fc.constantFrom('ada' as const, 'nina' as const, 'nina' as const);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const is = <K extends string>(it: K) => fc.constant(it);

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: is('go-on'), in: which, acts: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 5, arbitrary: fc.record({ do: is('act'), in: which, what }) },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ do: is('act-meanwhile'), in: which, what },
      ...{ requests: fc.nat({ max: 3 }), plays: fc.boolean() },
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: is('stop'), person }) },
  { weight: 1, arbitrary: fc.record({ do: is('lift'), person }) },
  { weight: 3, arbitrary: fc.record({ do: is('hand'), account, permission: maybe(permission) }) as fc.Arbitrary<Move> },
  { weight: 2, arbitrary: fc.record({ do: is('team'), account, isIn: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: is('member'), account, isIn: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: is('base'), permission: maybe(permission) }) as fc.Arbitrary<Move> },
  { weight: 2, arbitrary: fc.record({ do: is('rename'), account, impostor: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: is('rename-place'), impostor: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: is('delete'), account }) },
  { weight: 1, arbitrary: fc.record({ do: is('correct'), in: which, person }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: is('faults'),
      are: fc.array(fc.constantFrom<Fault>('away', 'refused', 'limited', 'unanswered', 'dropped', 'stale'), {
        ...{ minLength: 1, maxLength: 4 },
      }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: is('crash'),
      minutes: fc.array(fc.constantFrom(1, 10, 90), { minLength: 1, maxLength: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: is('invitations'), wait: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: is('look') }) },
  { weight: 4, arbitrary: fc.record({ do: is('pass'), minutes: fc.constantFrom(1, 20, 70, 150) }) },
);

const start = fc.constantFrom<Start>(0, 1, 2, 2, 2);

/** Sequences over two cases; a place is deleted at most at the very end, since nothing happens there any more. */
export const sequences: fc.Arbitrary<Sequence> = fc
  .record({ starts: fc.tuple(start, start), moves: fc.array(move, { minLength: 4, maxLength: 14 }), gone: fc.nat(19) })
  .map(({ starts, moves, gone }) => ({ starts, moves: gone === 0 ? [...moves, { do: 'delete-place' }] : moves }));

/** Does one move; what follows from it is played afterwards. */
export async function make(world: ModelWorld, one: Move): Promise<void> {
  const { provider, watch, store, cases } = world;
  const send = (which: number, by: Actor, command: CaseCommand) => cases[which]?.send(by, command);
  const acts = (which: number, all: readonly Act[]) => {
    const its = cases[which];
    for (const { by, command } of all) if (its !== undefined) its.send(by, command(its));
  };
  switch (one.do) {
    case 'go-on':
      return acts(one.in, cases[one.in]?.script.splice(0, one.acts) ?? []);
    case 'act':
      return acts(one.in, ACTS[one.what] ?? []);
    case 'act-meanwhile':
      world.meanwhile.push({
        requests: one.requests,
        does: async () => {
          acts(one.in, ACTS[one.what] ?? []);
          const its = cases[one.in];
          if (one.plays && its !== undefined) await world.playDueOf(its);
        },
      });
      return;
    case 'stop': {
      if (store.stops.has(one.person)) return;
      const stop = `s-${one.person}-${cases[0]?.rows.length}`;
      store.stops.set(one.person, stop);
      const told = { type: 'StopAccess', stop, reason: 'Alarm.', scope: 'person', person: one.person } as const;
      send(0, as('security'), told);
      // A case that is away is told later; what it would open meanwhile is stopped all the same.
      world.behind.push(() => send(1, as('security'), told));
      return;
    }
    case 'lift': {
      const stop = store.stops.get(one.person);
      if (stop === undefined) return;
      for (const tell of world.behind.splice(0)) tell();
      store.stops.delete(one.person);
      for (const which of [0, 1])
        send(which, as('engineering-manager'), { type: 'LiftStop', stop, reason: 'It was nothing.' });
      return;
    }
    case 'correct': {
      const details = `d-corrected-${store.told.length}`;
      const number = String(100 + store.told.length);
      provider.register(number, `corrected-${number}`);
      store.tell(cases[one.in]?.caseId ?? '', one.person, details, { github: { name: `corrected-${number}` } });
      send(one.in, as('vendor-contact'), {
        ...{ type: 'CorrectPerson', person: one.person, changed: ['accounts'], details, reason: 'A slip.' },
      });
      await world.settle();
      const current = cases[one.in]?.state.people[one.person]?.details;
      send(one.in, as('engineering-manager'), {
        ...{ type: 'AcceptPerson', person: one.person, reason: 'Seen.' },
        ...(current !== undefined && { details: current }),
      });
      return;
    }
    case 'hand':
      watch.hand(one.account, true);
      return provider.setDirect(PLACE, one.account, one.permission);
    case 'team':
      watch.hand(one.account, false);
      return provider.setTeam(PLACE, one.account, one.isIn);
    case 'member':
      watch.hand(one.account, false);
      return void (one.isIn ? provider.members.add(one.account) : provider.members.delete(one.account));
    case 'base':
      for (const member of provider.members) watch.hand(member, false);
      provider.base = one.permission;
      return;
    case 'rename':
    case 'rename-place': {
      const all = one.do === 'rename' ? provider.accounts : provider.places;
      const number = one.do === 'rename' ? one.account : PLACE;
      const named = all.get(number);
      if (named === undefined || named.gone) return;
      const before = named.name;
      named.name = `${before}-${all.size}`;
      if (!one.impostor) return;
      const impostor = `${number}-impostor-${all.size}`;
      all.set(impostor, { name: before });
      // Whoever has taken the name is put there by somebody who knows no better.
      if (one.do === 'rename') provider.setDirect(PLACE, impostor, 'push');
      return;
    }
    case 'delete':
      return void Object.assign(provider.accounts.get(one.account) ?? {}, { gone: true });
    case 'delete-place':
      return void Object.assign(provider.places.get(PLACE) ?? {}, { gone: true });
    case 'faults':
      return void provider.faults.push(...one.are);
    case 'crash':
      return void world.crashes.push(...one.minutes);
    case 'invitations':
      provider.invites = one.wait;
      return;
    case 'look':
      return world.look();
    case 'pass':
      return world.pass(one.minutes);
    default: {
      const never: never = one;
      return never;
    }
  }
}
