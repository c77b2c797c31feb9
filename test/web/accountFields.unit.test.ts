import { z } from 'zod';
import { COMMANDS } from '../../contract/commands.js';
import { questionsOf, type Schema } from '../../web/form/questionsOf.js';

test.each(['ProposePerson', 'CorrectPerson', 'AcceptPerson'] as const)(
  'given the act %s, then its form asks for an account at each provider, as a text',
  (type) => {
    const schema: Schema = z.object({ body: z.any() }).parse({
      body: z.toJSONSchema(COMMANDS[type].body, { io: 'input', unrepresentable: 'any' }),
    }).body;
    expect(questionsOf(schema).accounts).toEqual({
      ...{ ask: 'Accounts', kind: 'record', optional: true, help: expect.any(String) },
      of: {
        github: { ask: 'GitHub login', kind: 'text', maxLength: 39, optional: true },
        postgres: { ask: 'PostgreSQL role', kind: 'text', maxLength: 63, optional: true },
        scim: { ask: 'User name in the directory', kind: 'text', maxLength: 256, optional: true },
      },
    });
  },
);
