import type { HumanCommand } from '../../../domain/case/commands.js';
import type { Actor } from '../../../domain/case/roles.js';
import type { CaseState } from '../../../domain/case/state.js';
import { type AccessProvider, type Account, ProviderError } from '../../../providers/access/port.js';
import { planned } from '../controls/scene.js';
import { as } from '../domain/book.js';
import { waitUntil } from '../real/waitUntil.js';
import { enveloped, HASH, openCase } from './scene.js';
import type { World } from './world.js';

/** A board of tickets, as a provider that nobody has heard of. */
export function tickets() {
  const people = new Map([['7', 'ana']]);
  const held = new Map<string, string>();
  const named = ({ id }: Account): Account => ({ id, name: people.get(id) ?? '' });
  const board = { id: '1', name: 'board' };
  const provider: AccessProvider = {
    id: 'tickets',
    async identifyAccount(name) {
      const found = [...people].find(([, known]) => known === name);
      return found && { id: found[0], name };
    },
    identifyPlace: async (name) => (name === board.name ? board : undefined),
    async observe({ account }) {
      if (!people.has(account.id)) return { state: 'gone', what: 'account' };
      const where = { account: named(account), place: board };
      const permission = held.get(account.id);
      return permission === undefined
        ? { ...where, state: 'absent', ways: [] }
        : { ...where, state: 'present', permission, ways: [{ by: 'direct', permission }] };
    },
    async grant({ account }, { permission }, whileAllowed) {
      if (permission !== 'edit') throw new ProviderError('ProviderRefused', 'The board has no such permission.');
      await whileAllowed(async () => void held.set(account.id, permission));
    },
    withdraw: async ({ account }) => void held.delete(account.id),
    list: async () => ({
      place: board,
      accounts: [...held].map(([id, permission]) => ({
        ...{ account: named({ id, name: '' }), state: 'present' as const, permission },
        ways: [{ by: 'direct' as const, permission }],
      })),
      unseen: [],
    }),
    check: async () => [{ code: 'reachable', ok: true }],
  };
  return { provider, people, held };
}

/** A case whose one engineer, `ana` at the board, may edit it: played until her access was seen there. */
export async function atWorkOnBoard(
  world: World,
): Promise<{ caseId: string; state(): Promise<CaseState | undefined>; act: Act }> {
  const caseId = world.caseId();
  const accounts = { tickets: { name: 'ana' } };
  const carried = await world.store.people.carry(caseId, [{ name: 'Ana', email: 'ana@vendor.example', accounts }]);
  const [{ personId, details } = { personId: '', details: '' }] = carried.people;
  const act: Act = async (id, command, actor) =>
    void expect(await world.client.send(caseId, enveloped(id, command, actor))).toMatchObject({ status: 'recorded' });
  const state = async () => (await world.store.cases.get(caseId))?.state;

  const { command, ...envelope } = openCase();
  const needs = [{ resource: 'tickets:board', profile: 'editor', task: 'Answers tickets' }];
  await world.client.openCase(caseId, {
    ...envelope,
    people: carried.people,
    command: {
      ...command,
      details: { [personId]: details },
      intake: {
        ...command.intake,
        startDate: '2026-08-31',
        resources: [{ provider: 'tickets', kind: 'repository', id: 'board', personalData: false }],
        engineers: [{ person: personId, employer: 'Vendor', country: 'PL', jobRole: 'Engineer', needs }],
      },
      plan: {
        ...command.plan,
        profiles: { editor: { gives: { tickets: { permission: 'edit', rank: 0 } }, maxDays: 90 } },
        clientSignatories: ['legal'],
        controls: {
          'IP-2': { ...planned('IP-2'), binding: { kind: 'gate', holds: ['repo'] }, stage: 'working-agreement' },
        },
      },
    },
  });

  await waitUntil(
    'the account to be looked up',
    async () => (await state())?.people[personId]?.identity?.is === 'known',
  );
  const told = (await state())?.people[personId]?.details ?? '';
  await act(
    'accept',
    { type: 'AcceptPerson', person: personId, details: told, reason: 'Met.' },
    as('engineering-manager', 'p-engineering-manager'),
  );
  const paper = { paper: 'assignment', kind: 'contributor-assignment' as const, title: 'Assignment', textHash: HASH };
  const own: Actor = { personId, role: 'engineer' };
  const procurement = as('procurement', 'p-procurement');
  await act(
    'draft',
    { type: 'RegisterPaper', ...paper, person: personId, signers: [personId], from: '2026-09-01' },
    procurement,
  );
  await act('send', { type: 'SendPaper', paper: 'assignment' }, procurement);
  await act('sign', { type: 'SignPaper', paper: 'assignment', textHash: HASH }, own);
  const form = {
    paper: 'assignment',
    assignment: 'hereby-assigns',
    effectiveOn: 'creation',
    assignsTo: 'client',
    priorWorksAttached: true,
    openSourceAttached: true,
  };
  await act('assign', { type: 'SubmitEvidence', control: 'IP-2', person: personId, form }, procurement);
  await waitUntil('access to be seen', async () =>
    Object.values((await state())?.leases ?? {}).some(
      ({ seen, held: permission }) => seen === 'present' && permission === 'edit',
    ),
  );

  return { caseId, state, act };
}

/** One act of somebody, which is recorded. */
type Act = (id: string, command: HumanCommand, actor: Actor) => Promise<void>;
