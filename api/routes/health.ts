import { z } from 'zod';
import { ERRORS } from '../../domain/case/errors.js';
import type { Api } from '../api.js';
import type { ApiParts } from '../parts.js';
import { isErrorCode, Problem } from '../problems.js';
import { problems } from '../schemas/answers.js';
import { text } from '../schemas/basics.js';

/** Longest wait for a service to answer a ping, milliseconds. */
const PING_MS = 2_000;

/** True when the ping is answered in time. */
async function answers(ping: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PING_MS);
  });
  const answered = ping().then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}

const ready = z.object({ database: z.boolean(), temporal: z.boolean() });
const probe = (summary: string) => ({
  tags: ['health'],
  security: [],
  summary,
  config: { access: 'public' as const, rateLimit: false as const },
});

/** Whether the process lives, and whether it can do its work. */
export function healthRoutes(api: Api, { store, client }: ApiParts): void {
  const { config, ...alive } = probe('The process lives');
  api.get(
    '/healthz',
    { schema: { ...alive, response: { 200: z.object({ ok: z.literal(true) }) } }, config },
    async () => ({
      ok: true as const,
    }),
  );

  const { config: _same, ...works } = probe('Database and Temporal answer');
  api.get(
    '/readyz',
    { schema: { ...works, response: { 200: ready, 503: ready } }, config },
    async (_request, reply) => {
      const [database, temporal] = await Promise.all([answers(() => store.ping()), answers(() => client.ping())]);
      return reply.code(database && temporal ? 200 : 503).send({ database, temporal });
    },
  );
}

const meaning = z.object({ code: z.string(), status: z.number(), recorded: z.boolean(), means: z.string() });
const looking = {
  operationId: 'ExplainError',
  tags: ['errors'],
  security: [],
  summary: 'What an error code means',
  params: z.object({ code: text(60) }),
  response: { 200: meaning, ...problems('NotFound') },
};

/** The one table of errors, one code at a time: where the `type` of a problem leads. */
export function errorRoutes(api: Api): void {
  api.get('/errors/:code', { schema: looking, config: { access: 'public' } }, async (request) => {
    const { code } = request.params;
    if (!isErrorCode(code)) throw new Problem('NotFound', 'There is no such error code.');
    return { code, ...ERRORS[code] };
  });
}
