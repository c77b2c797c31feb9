/**
 * A worker in a process of its own that kills itself right after the commit of an append, before anybody is told of it.
 *
 * Runs from `dist/`. Environment: DATABASE_URL, TEMPORAL_ADDRESS, TASK_QUEUE, DIE_AFTER (the number of the append that it dies at; 0: never),
 * DIE_BEFORE (the id of a command that it neither appends nor answers: it dies after 1.8 seconds, when its task has been prolonged).
 */
import { setTimeout as wait } from 'node:timers/promises';
import { openStore } from '../../../dist/store/openStore.js';
import { startWorker } from '../../../dist/workers/worker.js';

const { DATABASE_URL, TEMPORAL_ADDRESS, TASK_QUEUE, DIE_AFTER, DIE_BEFORE } = process.env;
const store = openStore(DATABASE_URL, { masterKey: Buffer.alloc(32, 7) });
let appended = 0;

async function appendEntries(input) {
  if (input.commandId === DIE_BEFORE) {
    await wait(1_800);
    process.kill(process.pid, 'SIGKILL');
  }
  const answer = await store.ledger.appendEntries(input);
  if (answer.status === 'appended' && ++appended === Number(DIE_AFTER)) process.kill(process.pid, 'SIGKILL');
  return answer;
}

const worker = await startWorker({
  temporalAddress: TEMPORAL_ADDRESS,
  taskQueue: TASK_QUEUE,
  store: { ...store, ledger: { ...store.ledger, appendEntries } },
  provider: {
    kind: 'github',
    observe: async () => ({ state: 'absent' }),
    open: async () => {},
    close: async () => {},
    list: async () => [],
  },
  sendMail: async ({ letter }) => ({
    kind: 'mail-accepted',
    letterId: letter.letterId,
    messageId: letter.letterId,
    resent: false,
  }),
  compilePlan: () => {
    throw new Error('No policy here.');
  },
});
process.on('SIGTERM', () => void worker.shutdown().then(() => process.exit(0)));
// Ends with the test's process, however that ends.
process.stdin.on('end', () => process.exit(0)).resume();
process.stdout.write('ready\n');
