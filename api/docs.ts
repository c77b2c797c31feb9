import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problem } from '../contract/answers.js';
import type { ApiConfig } from './parts.js';

/** What the document names once and refers to; a registry of its own, for in the global one it would appear twice. */
const schemaRegistry = z.registry<{ id?: string }>().add(problem, { id: 'Problem' });

/** Adds the OpenAPI 3.1 document at `/api/openapi.json` and a page to read it at `/api/docs`. */
export async function addDocs(app: FastifyInstance, { docsPage = true }: Pick<ApiConfig, 'docsPage'>): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Drawbridge',
        description:
          'Onboards an outsourced AI-development vendor. Every write takes an `Idempotency-Key`; a problem carries a `code` of one table, explained at `/api/errors/{code}`.',
        version: '1',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'dbr_…' } } },
      security: [{ token: [] }],
    },
    transform: createJsonSchemaTransform({ schemaRegistry }),
    transformObject: createJsonSchemaTransformObject({ schemaRegistry }),
  });
  // Loaded when it is wanted: its parts need a Node that can require ES modules.
  if (docsPage)
    await app.register((await import('@fastify/swagger-ui')).default, {
      ...{ routePrefix: '/api/docs', staticCSP: true },
      // Areas are folded: opened at once, of more than some 130 operations the page draws ten.
      uiConfig: { docExpansion: 'none' },
    });
  app.get('/api/openapi.json', { schema: { hide: true }, config: { access: 'public' } }, async () => app.swagger());
}
