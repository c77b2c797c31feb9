import { once } from 'node:events';
import { connect } from 'node:net';
import Fastify from 'fastify';
import { inTurn } from '../../../rehearsal/live/inTurn.js';
import { OneAtATime } from '../../../rehearsal/live/oneAtATime.js';

const ASK = 'POST /api/cases/c-1/commands/decide HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n';

test('given somebody who leaves while their write waits for its turn, then the next one still gets theirs', async () => {
  const turns = new OneAtATime();
  const app = Fastify();
  inTurn(turns)(app);
  const came = new Promise<void>((resolve) => app.addHook('onRequest', async () => resolve()));
  const left = once(app.server, 'connection').then(([socket]) => once(socket, 'close'));
  app.post('/api/cases/:id/commands/:command', async () => ({ done: true }));
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  try {
    const passed = await turns.turn();
    const waiting = connect(Number(new URL(url).port), '127.0.0.1');
    const asked = once(app.server, 'request');
    waiting.write(ASK);
    await asked;
    waiting.destroy();
    await left;
    passed();
    await came;
    const next = await fetch(`${url}/api/cases/c-1/commands/decide`, { method: 'POST' });
    expect([next.status, await next.json()]).toEqual([200, { done: true }]);
  } finally {
    app.server.closeAllConnections();
    await app.close();
  }
});
