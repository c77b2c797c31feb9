import { commandProblems, recorded } from '../../contract/answers.js';
import { caseParams } from '../../contract/basics.js';
import type { Api } from '../api.js';
import { ACTORS, identityOf } from '../auth.js';
import type { CommandEntry } from '../commands/act.js';
import { COMMANDS, kebab } from '../commands.js';
import { commandIdOf, writeHeaders } from '../idempotency.js';
import type { ApiParts } from '../parts.js';
import { sendAct } from '../sending.js';
import { seeCase } from '../visibility.js';

function commandRoute(api: Api, parts: ApiParts, type: string, entry: CommandEntry): void {
  const schema = {
    operationId: type,
    tags: ['commands'],
    summary: entry.summary,
    description: `By: ${entry.by}.`,
    params: caseParams,
    headers: writeHeaders,
    body: entry.body,
    response: { 200: recorded, ...commandProblems() },
  };
  api.post(`/cases/:caseId/commands/${kebab(type)}`, { schema, config: { access: ACTORS } }, async (request, reply) => {
    const identity = identityOf(request);
    const { state } = await seeCase(parts.store, identity, request.params.caseId);
    const actor = { personId: identity.personId, role: identity.role };
    const commandId = commandIdOf(request, reply);
    return sendAct(parts, { state, actor, commandId }, entry, request.body);
  });
}

/** One route for each human act, from the one table. */
export function commandRoutes(api: Api, parts: ApiParts): void {
  for (const [type, entry] of Object.entries(COMMANDS)) commandRoute(api, parts, type, entry);
}
