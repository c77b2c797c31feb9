import { problems } from '../../contract/answers.js';
import { alive, errorMeaning, errorParams, ready } from '../../contract/health.js';
import { ERRORS, isErrorCode } from '../../domain/case/errors.js';
import { ERROR_WORDS } from '../../presentation/words/errors.js';
import type { Api } from '../api.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { holds, shared } from '../readiness.js';

/** How long one look at database and Temporal serves, milliseconds. */
const SHARED_MS = 1_000;

const probe = (summary: string) => ({
  tags: ['health'],
  security: [],
  summary,
  config: { access: 'public' as const, rateLimit: false as const },
});

/** Whether the process lives, and whether it can do its work. */
export function healthRoutes(api: Api, { store, client, readiness }: ApiParts): void {
  // Anybody may ask, so many askers share one look.
  const checked = shared(SHARED_MS, () =>
    Promise.all([holds(() => store.ping()), holds(() => client.ping()), holds(async () => readiness?.migrated())]),
  );
  const { config, ...lives } = probe('The process lives');
  api.get('/livez', { schema: { ...lives, response: { 200: alive } }, config }, async () => ({
    ok: true as const,
  }));

  const { config: _same, ...works } = probe(
    'Database and Temporal answer, migrations are up to date, and it accepts work',
  );
  api.get(
    '/readyz',
    { schema: { ...works, response: { 200: ready, 503: ready } }, config },
    async (_request, reply) => {
      const [database, temporal, migrations] = await checked();
      const accepting = readiness?.stopping() !== true;
      const all = database && temporal && migrations && accepting;
      return reply.code(all ? 200 : 503).send({ database, temporal, migrations, accepting });
    },
  );
}

const looking = {
  operationId: 'ExplainError',
  tags: ['errors'],
  security: [],
  summary: 'What an error code means',
  params: errorParams,
  response: { 200: errorMeaning, ...problems('NotFound') },
};

/** The one table of errors, one code at a time: where the `type` of a problem leads. */
export function errorRoutes(api: Api): void {
  api.get('/errors/:code', { schema: looking, config: { access: 'public' } }, async (request) => {
    const { code } = request.params;
    if (!isErrorCode(code)) throw new Problem('NotFound', 'Unknown error code.');
    return { code, ...ERRORS[code], means: ERROR_WORDS[code] };
  });
}
