import { home } from '../../contract/home.js';
import type { Api } from '../api.js';
import type { ApiParts } from '../parts.js';

const schema = {
  tags: ['health'],
  security: [],
  summary: 'Where things are',
  response: { 200: home },
};

/** Answers at `/` and `/api`, so that nobody meets a 404 at the address that they were given. */
export function homeRoutes(api: Api, { config: { docsPage = true, webRoot } }: ApiParts): void {
  const where = {
    name: 'Drawbridge' as const,
    ...(docsPage && { documentation: '/api/docs' }),
    openapi: '/api/openapi.json',
    cases: '/api/cases',
    errors: '/api/errors/{code}',
    alive: '/livez',
    ready: '/readyz',
  };
  // At `/` stands the console, where there is one.
  for (const path of webRoot === undefined ? ['/', '/api'] : ['/api'])
    api.get(path, { schema, config: { access: 'public' } }, async () => where);
}
