import { DefaultLogger, Runtime } from '@temporalio/worker';
import { loadMailRenderer } from '../../activities/mail/loadMailRenderer.js';
import { createSendMail } from '../../activities/mail/sendMail.js';
import { createGitHubProvider } from '../../providers/access/github/provider.js';
import type { AccessProvider } from '../../providers/access/port.js';
import { providersOf } from '../../providers/access/registry.js';
import { createSmtpTransport, type MailTransport } from '../../providers/mail/smtp.js';
import type { Store } from '../../store/contract.js';
import { openStore } from '../../store/openStore.js';
import { startWorker } from '../../workers/worker.js';
import { naiveProvider, naiveStore, naiveTransport } from './naive.js';
import {
  MAIL_FROM,
  type Orders,
  ordersSchema,
  type Point,
  PROVIDER_TIMEOUT_MS,
  SMTP_TIMEOUT_MS,
  TASK_QUEUE,
} from './orders.js';

type Reached = (point: Point) => void;

// An orphan would go on working: without its parent it ends.
process.once('disconnect', () => process.exit(0));
process.once('message', (message: unknown) => void work(ordersSchema.parse(message)));

/** Ends this process where it was told to, without a chance to say goodbye. */
function mortality({ dieAt }: Orders): Reached {
  let times = 0;
  const begun = performance.now();
  const die = () => process.kill(process.pid, 'SIGKILL');
  return (point) => {
    if (point !== dieAt?.point || performance.now() - begun < dieAt.afterMs || ++times !== dieAt.nth) return;
    if (dieAt.delayMs === 0) die();
    else setTimeout(die, dieAt.delayMs);
  };
}

async function work(orders: Orders): Promise<void> {
  const reached = mortality(orders);
  Runtime.install({
    logger: new DefaultLogger('DEBUG', ({ level, message }) => {
      if (message === 'Workflow continued as new') reached('rollover');
      if (level === 'ERROR') process.stderr.write(`${new Date().toISOString()} ${message}\n`);
    }),
  });
  const opened = openStore(orders.databaseUrl, {
    masterKey: Buffer.from(orders.masterKeyHex, 'hex'),
    applicationName: 'chaos worker',
  });
  const store = mortalStore(orders.naive ? naiveStore(opened) : opened, reached);
  const github = createGitHubProvider({
    baseUrl: orders.githubUrl,
    token: orders.githubToken,
    throttle: false,
    timeoutMs: PROVIDER_TIMEOUT_MS,
  });
  const smtp = createSmtpTransport(orders.smtpUrl, { connectionTimeoutMs: 1_000, totalTimeoutMs: SMTP_TIMEOUT_MS });
  const sendMail = createSendMail({
    transport: mortalTransport(orders.naive ? naiveTransport(smtp) : smtp, reached),
    people: store.people,
    cases: store.cases,
    ledger: store.ledger,
    letters: store.letters,
    journal: store.mailJournal,
    render: await loadMailRenderer(),
    from: MAIL_FROM,
    baseUrl: 'http://127.0.0.1',
  });
  const worker = await startWorker({
    temporalAddress: orders.temporalAddress,
    taskQueue: TASK_QUEUE,
    store,
    providers: providersOf(mortalProvider(orders.naive ? naiveProvider(github) : github, reached)),
    async sendMail(effect, context) {
      const outcome = await sendMail(effect, context);
      if (outcome.kind === 'mail-accepted') reached('between-mails');
      return outcome;
    },
    compilePlan: () => {
      throw new Error('The model never changes here.');
    },
  });
  process.send?.('ready');
  await worker.ended;
}

const mortalStore = (store: Store, reached: Reached): Store => ({
  ...store,
  ledger: {
    ...store.ledger,
    async appendEntries(input) {
      const answer = await store.ledger.appendEntries(input);
      if (answer.status === 'appended') reached('committed');
      return answer;
    },
  },
});

const mortalProvider = (provider: AccessProvider, reached: Reached): AccessProvider => ({
  ...provider,
  async grant(target, grant, whileAllowed) {
    await provider.grant(target, grant, whileAllowed);
    reached('provider-answered');
  },
  async withdraw(target) {
    await provider.withdraw(target);
    reached('provider-answered');
  },
});

const mortalTransport = (transport: MailTransport, reached: Reached): MailTransport => ({
  async deliver(mail) {
    const delivery = await transport.deliver(mail);
    if (delivery.status === 'accepted') reached('mail-accepted');
    return delivery;
  },
});
