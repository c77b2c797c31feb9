import type { HumanCommand } from '../../domain/case/commands.js';
import type { EffectOutcome } from '../../domain/case/effects.js';
import type { AccessProvider } from '../../providers/access/port.js';
import { providersOf } from '../../providers/access/registry.js';
import type { Store } from '../../store/contract.js';
import { as } from '../support/domain/book.js';
import { atWork } from '../support/domain/wayToWork.js';
import { waitUntil } from '../support/real/waitUntil.js';
import { recordBook } from '../support/store/recordBook.js';
import { enveloped, HASH } from '../support/workflows/scene.js';
import { startWorld, type World } from '../support/workflows/world.js';

const CASE = 'c-test';
/** As many effects of one case as are in flight at a time. */
const AT_ONCE = 8;

let world: World;
const book = atWork();
beforeAll(async () => {
  world = await startWorld({ startAt: book.now });
});
afterAll(() => world.end());

/** Each that is sent asks its signer by a letter. */
const policy = (paper: string): HumanCommand => ({
  ...{ type: 'RegisterPaper', paper, kind: 'other', title: 'A policy', textHash: HASH, from: '2026-09-01' },
  signers: ['ada'],
});

async function act(commandId: string, command: HumanCommand, role: 'legal' | 'security' = 'legal'): Promise<void> {
  expect(await world.client.send(CASE, enveloped(commandId, command, as(role)))).toMatchObject({ status: 'recorded' });
}

test('given letters that all hang at the mail server, when access is suspended, then it is closed without waiting for them', async () => {
  let hanging = 0;
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const closed = new Set<string>();
  const provider: AccessProvider = {
    id: 'github',
    identifyAccount: async (name) => ({ id: name, name }),
    identifyPlace: async (name) => ({ id: name, name }),
    observe: async (target) =>
      closed.has(target.account.name)
        ? { ...target, state: 'absent', ways: [] }
        : { ...target, state: 'present', permission: 'push', ways: [{ by: 'direct', permission: 'push' }] },
    grant: async () => undefined,
    withdraw: async ({ account }) => void closed.add(account.name),
    list: async (place) => ({ place, accounts: [], unseen: [] }),
    check: async () => [],
  };
  const people: Store['people'] = {
    ...world.store.people,
    accounts: async (_caseId, personId) => ({ github: { name: personId, id: personId } }),
  };
  await recordBook(world.store, CASE, book);
  await world.worker({
    store: { ...world.store, people },
    providers: providersOf(provider),
    sendMail: async ({ letter: { letterId } }): Promise<EffectOutcome> => {
      hanging++;
      await answered;
      return { kind: 'mail-accepted', letterId, messageId: letterId, textHash: '', resent: false };
    },
  });
  await world.client.recover(CASE, { force: false, by: 'p-operator' });
  for (let i = 0; i < AT_ONCE; i++) {
    await act(`register-${i}`, policy(`paper-${i}`));
    await act(`send-${i}`, { type: 'SendPaper', paper: `paper-${i}` });
  }
  await waitUntil('the letters to hang', async () => hanging === AT_ONCE);
  await act('suspend', { type: 'SuspendAccess', person: 'ada', reason: 'A laptop is missing.' }, 'security');
  await waitUntil('the closing', async () => closed.has('ada'));
  expect({ hanging, closed: [...closed] }).toEqual({ hanging: AT_ONCE, closed: ['ada'] });
  answer();
});
