import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Bytes of a nonce: one cannot be guessed within the life of a page. */
const NONCE_BYTES = 16;

/** Addresses that the console answers; what is below `/api` and `/auth` is never a page. */
const PAGES = [
  '/',
  '/sign-in',
  '/tasks/*',
  '/cases',
  '/cases/*',
  '/vendors',
  '/vendors/*',
  '/access',
  '/access/*',
  '/documents',
  '/policy',
  '/policy/*',
  '/compliance',
  '/compliance/*',
  '/operations',
  '/operations/*',
  '/me',
  '/device',
];

const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // The component library writes style tags; each carries the nonce of the answer.
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

/** What reads PDFs runs apart from the page, and alone may run compiled decoders of images; it reaches no other address. */
const PDF_READER = /^pdf\.worker[\w.-]*$/;
const PDF_READER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** Serves the console from the folder of its build: one page for all its addresses, and its files for a year under names of their content. */
export async function addWeb(app: FastifyInstance, root: string, mode = ''): Promise<void> {
  const page = readFileSync(join(root, 'index.html'), 'utf8').replace('%PART_OF%', mode);
  // Loaded when it is wanted: its parts need a Node that can require ES modules.
  await app.register((await import('@fastify/static')).default, {
    root,
    serve: false,
    index: false,
    preCompressed: true,
  });
  // Files, which cost little, and many at once: an office behind one address opens its pages in the morning.
  const options = { schema: { hide: true }, config: { access: 'public', rateLimit: false } } as const;
  const file = (name: string, reply: FastifyReply) => reply.sendFile(name, { immutable: true, maxAge: '1y' });
  app.get<{ Params: { '*': string } }>('/assets/*', options, (request, reply) => {
    const name = request.params['*'];
    if (PDF_READER.test(name)) reply.header('content-security-policy', PDF_READER_POLICY);
    return file(`assets/${name}`, reply.removeHeader('cache-control'));
  });
  app.get('/icon.svg', options, (_request, reply) => file('icon.svg', reply));
  for (const address of PAGES)
    app.get(address, options, (_request, reply) => {
      const nonce = randomBytes(NONCE_BYTES).toString('base64');
      return reply
        .header('content-security-policy', policyWith(nonce))
        .header('referrer-policy', 'same-origin')
        .type('text/html; charset=utf-8')
        .send(page.replaceAll('%NONCE%', nonce));
    });
}
