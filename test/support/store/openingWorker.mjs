/**
 * Converges one lease in a process of its own and stops itself (SIGSTOP) at the place that STOP_AT names:
 * `unread` (before the state is read), `held` (the lock is held, nothing confirmed), `confirmed` (the request is next).
 *
 * Runs from `dist/`. Environment: DATABASE_URL, PROVIDER_URL, EFFECT and CONTEXT (JSON), STOP_AT. Prints `stopping` and the outcome.
 */
import { createConvergeAccess } from '../../../dist/activities/access/convergeAccess.js';
import { openStore } from '../../../dist/store/openStore.js';

const { DATABASE_URL, PROVIDER_URL, EFFECT, CONTEXT, STOP_AT } = process.env;
const store = openStore(DATABASE_URL, { masterKey: Buffer.alloc(32, 7), applicationName: 'stopped worker' });

let stopped = false;
function stopAt(place) {
  if (place !== STOP_AT || stopped) return;
  stopped = true;
  process.stdout.write('stopping\n');
  process.kill(process.pid, 'SIGSTOP');
}

const ask = async (path) => await (await fetch(`${PROVIDER_URL}${path}`)).json();
const provider = {
  id: 'github',
  observe: async ({ account, place }) => {
    const seen = await ask('/observe');
    stopAt('unread');
    return { ...seen, account, place, ways: [] };
  },
  grant: (_target, _grant, whileAllowed) =>
    whileAllowed(async () => {
      stopAt('confirmed');
      await ask('/open');
    }),
  withdraw: async () => {},
};
const people = { accounts: async () => ({ github: { name: 'ada', id: '1' } }) };
const openings = {
  hold: (caseId, open) =>
    store.openings.hold(caseId, (held) => {
      stopAt('held');
      return open(held);
    }),
};
const converge = createConvergeAccess({ store: { ...store, people, openings }, providers: () => provider });
const outcome = await converge(JSON.parse(EFFECT), JSON.parse(CONTEXT)).catch((error) => ({ threw: error.name }));
process.stdout.write(`${JSON.stringify(outcome)}\n`);
await store.close();
