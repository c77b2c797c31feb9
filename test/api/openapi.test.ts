import { z } from 'zod';
import { COMMANDS, kebab } from '../../contract/commands.js';
import { ERRORS } from '../../domain/case/errors.js';
import { startApi, type TestApi } from '../support/api/harness.js';

const operation = z.looseObject({
  operationId: z.string().optional(),
  summary: z.string(),
  responses: z.record(z.string(), z.looseObject({ description: z.string() })),
  requestBody: z
    .looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.looseObject({}) })) })
    .optional(),
});
const document = z.looseObject({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), operation)),
});

let api: TestApi;
let paths: z.infer<typeof document>['paths'];
beforeAll(async () => {
  api = await startApi();
  paths = document.parse((await api.get('/api/openapi.json')).body).paths;
});
afterAll(() => api?.close());

test('every human act has a route, documented with a strict body and every answer', () => {
  for (const [type, { summary }] of Object.entries(COMMANDS)) {
    const post = paths[`/api/cases/{caseId}/commands/${kebab(type)}`]?.post;
    expect(post).toMatchObject({ operationId: type, summary });
    expect(post?.requestBody?.content['application/json']?.schema).toMatchObject({
      type: 'object',
      additionalProperties: false,
    });
    expect(Object.keys(post?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '404', '409', '422', '429', '500', '503']),
    );
  }
});

test('operation ids are unique, and every operation says what it does', () => {
  const operations = Object.values(paths).flatMap((byMethod) => Object.values(byMethod));
  const ids = operations.flatMap(({ operationId }) => (operationId === undefined ? [] : [operationId]));
  expect(new Set(ids).size).toBe(ids.length);
  expect(operations.every(({ summary }) => summary.length > 5)).toBe(true);
});

test('nothing but problems and sign-in is open to everybody', async () => {
  for (const [path, byMethod] of Object.entries(paths))
    for (const method of Object.keys(byMethod)) {
      const { status } = await api.send(path.replaceAll(/\{\w+\}/g, 'NotFound'), undefined, {
        method: method.toUpperCase(),
      });
      const open = ['/', '/api', '/livez', '/readyz', '/tasks/{id}', '/api/errors/{code}', '/api/sign-in'].includes(
        path,
      );
      // Without a code there is nothing to claim.
      const claims = [
        ...['/api/tokens/claim', '/api/sign-in/vendor', '/api/sign-in/vendor/code'],
        ...['/api/device/ask', '/api/device/poll', '/api/sign-in/passkey'],
      ].includes(path);
      // Its own page alone begins it.
      const begins = path === '/api/sign-in/passkey/options';
      // None of them is on here.
      if (path.startsWith('/auth/') || path.startsWith('/api/hooks/')) continue;
      // There are more routes than sign-ins may fail within a minute: from then on a failed one is asked to wait.
      // An address that is none is all that it can be asked for.
      const feeds = path === '/api/calendar/{file}';
      expect([path, feeds ? [404, 429] : open ? [200] : claims ? [400] : begins ? [403] : [401, 429]]).toEqual([
        path,
        expect.arrayContaining([status]),
      ]);
    }
});

test('every code of the table is explained', async () => {
  for (const [code, { status }] of Object.entries(ERRORS))
    expect((await api.get(`/api/errors/${code}`)).body).toMatchObject({ code, status });
  expect(await api.get('/api/errors/constructor')).toMatchObject({ status: 404, body: { code: 'NotFound' } });
});
