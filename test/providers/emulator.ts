import { once } from 'node:events';
import { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator, type SeedConfig } from 'emulate';

/** A stateful GitHub on the loopback address; `url` is its base. */
export type LocalEmulator = { url: string; close(): Promise<void> };

/** Starts the emulator on a free port. It would listen on every interface, so `listen` is led to 127.0.0.1 meanwhile. */
export async function startEmulator(seed: SeedConfig): Promise<LocalEmulator> {
  const { port, free } = await freePort();
  const listen = Server.prototype.listen;
  let listening: Promise<unknown> | undefined;
  Server.prototype.listen = function onLoopback(this: Server, first: unknown, ...rest: unknown[]): Server {
    listening = once(this, 'listening');
    const callback = rest.find((argument) => typeof argument === 'function');
    return Reflect.apply(listen, this, callback ? [first, '127.0.0.1', callback] : [first, '127.0.0.1']);
  } as typeof listen;
  try {
    await free();
    const emulator = await createEmulator({ service: 'github', port, seed });
    await listening;
    return { url: `http://127.0.0.1:${port}`, close: () => emulator.close() };
  } finally {
    Server.prototype.listen = listen;
  }
}

async function freePort(): Promise<{ port: number; free: () => Promise<void> }> {
  const server = new Server();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, free: () => new Promise((resolve) => server.close(() => resolve())) };
}
