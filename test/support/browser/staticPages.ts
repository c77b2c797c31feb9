import { once } from 'node:events';
import { createServer } from 'node:http';

/** A page, and the headers that it comes with. */
type StaticPage = { html: string; headers?: Record<string, string>; status?: number };

/** Serves pages by path on loopback; an address that is not among them is 404. */
export async function servePages(pages: Record<string, StaticPage>): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''] ?? { html: '', status: 404 };
    response.writeHead(page.status ?? 200, { 'content-type': 'text/html; charset=utf-8', ...page.headers });
    response.end(page.html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  return {
    url: `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
