import { type Installation, PATIENCE, prepareInstallation } from '../support/cli/installation.js';
import { type SlowMail, startSlowMail } from '../support/cli/slowMail.js';
import { waitUntil } from '../support/real/waitUntil.js';

let mail: SlowMail;
let installation: Installation;
beforeAll(async () => {
  mail = await startSlowMail();
  installation = await prepareInstallation({ SMTP_URL: mail.url, SHUTDOWN_GRACE_SECONDS: '1' });
});
afterAll(async () => {
  mail.letGo();
  mail.close();
  await installation.end();
});

test('a worker that is asked to stop ends, as it was told to, when what it does in the world outlasts the grace', async () => {
  installation.start('api');
  const worker = installation.start('worker');
  await installation.apiReady();
  await installation.openCase(await installation.procurement());
  await waitUntil('a letter to be on its way', () => mail.messageIds.length > 0, PATIENCE);
  worker.child.kill('SIGTERM');
  expect(await worker.ended()).toBe(0);
  expect(worker.said()).toContain('it is cut off, and another worker does it');
});
