import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { connectTemporal } from '../../client/connection.js';
import { temporalAddress } from '../support/real/servers.js';

/** A way to the Temporal server that can be cut. */
async function passage(): Promise<{ address: string; cut(): void }> {
  const [host = '', port = ''] = temporalAddress().split(':');
  const open = new Set<Socket>();
  const server = createServer((from) => {
    const to = connect(Number(port), host);
    for (const socket of [from, to]) {
      open.add(socket);
      socket.on('error', () => undefined);
    }
    from.pipe(to).pipe(from);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const cut = () => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, cut };
}

test('given a call between two tries, when the connection is closed, then it is cancelled and nothing is thrown beside it', async () => {
  const { address, cut } = await passage();
  const connection = await connectTemporal(address);
  cut();
  const thrown: unknown[] = [];
  const keep = (error: unknown) => void thrown.push(error);
  process.on('uncaughtException', keep);
  const call = connection.workflowService.getSystemInfo({}).then(
    () => 'answered',
    (error: { code?: number }) => error.code,
  );
  await connection.close();
  expect(await Promise.race([call, after(5_000, 'still waiting')])).toBe(1);
  process.off('uncaughtException', keep);
  expect(thrown).toEqual([]);
});
