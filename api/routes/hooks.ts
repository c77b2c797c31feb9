import { problems } from '../../contract/answers.js';
import { hookParams, hookTaken } from '../../contract/hooks.js';
import { own } from '../../domain/record.js';
import type { Api } from '../api.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';

const telling = {
  operationId: 'TakeDelivery',
  tags: ['access'],
  security: [],
  summary: 'Where a provider says that access changed there, signed over the bytes that it sends',
  consumes: ['application/json'],
  params: hookParams,
  response: { 202: hookTaken, ...problems('Unauthenticated', 'NotFound', 'PayloadTooLarge') },
};

/** What providers say of themselves, in a scope of its own: what is signed are the bytes. */
export function hookRoutes(api: Api, { hooks = {} }: ApiParts): void {
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  api.post('/hooks/:provider', { schema: telling, config: { access: 'public' } }, async (request, reply) => {
    const hook = own(hooks, request.params.provider);
    if (hook === undefined) throw new Problem('NotFound');
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const header = (name: string) => {
      const given = request.headers[name];
      return Array.isArray(given) ? undefined : given;
    };
    if (!(await hook({ body, header })))
      throw new Problem('Unauthenticated', 'The delivery is not signed with our secret.');
    return reply.status(202).send({ taken: true });
  });
}
