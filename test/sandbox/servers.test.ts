import { Connection } from '@temporalio/client';
import { Client } from 'pg';
import { freshDatabase } from '../support/real/database.js';
import { temporalAddress } from '../support/real/servers.js';
import { waitUntil } from '../support/real/waitUntil.js';

test('every caller gets a database of its own, also many at once', async () => {
  const databases = await Promise.all([1, 2, 3, 4].map(() => freshDatabase()));
  expect(new Set(databases.map((one) => one.url)).size).toBe(4);
  for (const { url, drop } of databases) {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('create table mine (id int)');
    await drop();
    await expect(client.query('select 1')).rejects.toThrow();
  }
});

test('the Temporal server of the run serves the default namespace', async () => {
  const connection = await Connection.connect({ address: temporalAddress() });
  const { namespaceInfo } = await connection.workflowService.describeNamespace({ namespace: 'default' });
  expect(namespaceInfo?.name).toBe('default');
  await connection.close();
});

test('waiting in vain says what was waited for', async () => {
  const vain = waitUntil('the sun to rise', () => false, { timeoutMs: 50, everyMs: 5 });
  await expect(vain).rejects.toThrow('Waited 50 ms in vain: the sun to rise.');
});
