import { z } from 'zod';
import { actTable } from '../../contract/acts.js';
import { problems } from '../../contract/answers.js';
import { COMMANDS, isCommandType, kebab } from '../../contract/commands.js';
import type { Api } from '../api.js';
import { READERS } from '../auth.js';

const schema = {
  operationId: 'ListActs',
  tags: ['commands'],
  summary: 'Every act of people with the schema of its body, to make forms from',
  response: { 200: actTable, ...problems() },
};

const acts = Object.fromEntries(
  Object.keys(COMMANDS)
    .filter(isCommandType)
    .map((type) => {
      const { summary, by, body } = COMMANDS[type];
      const asked = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any', override: withoutChecks });
      return [type, { summary, by, path: kebab(type), body: asked }];
    }),
);

/** The dialect is said by the document as a whole. */
function withoutChecks({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void {
  delete jsonSchema.$schema;
}

/** Tells what people can do and what each act asks, from the one table. */
export function actRoutes(api: Api): void {
  api.get('/acts', { schema, config: { access: [...READERS, 'engineer'] } }, async () => ({ acts }));
}
