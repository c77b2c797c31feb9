import { commandProblems, recorded } from '../../contract/answers.js';
import { caseParams } from '../../contract/basics.js';
import { COMMANDS, type CommandType, isCommandType, kebab } from '../../contract/commands.js';
import { writeHeaders } from '../../contract/headers.js';
import type { Api } from '../api.js';
import { ACTORS, identityOf } from '../auth.js';
import { commandIdOf } from '../idempotency.js';
import type { ApiParts } from '../parts.js';
import { sendAct } from '../sending.js';
import { UnderWay } from '../underWay.js';
import { seeCase } from '../visibility.js';

/** Acts that bind somebody or let somebody in: whoever sends one has just proven who they are. What takes access away waits for nothing. */
const OF_WEIGHT: ReadonlySet<CommandType> = new Set([
  ...(['Decide', 'SignPaper', 'Delegate', 'ConfirmRole', 'AcceptPerson', 'ResumeAccess'] as const),
  ...(['Recertify', 'VerifyManualAccess', 'AnswerMilestone', 'CloseCase'] as const),
]);

function commandRoute(api: Api, parts: ApiParts, underWay: UnderWay, type: CommandType): void {
  const { summary, by, body } = COMMANDS[type];
  const schema = {
    operationId: type,
    tags: ['commands'],
    summary,
    description: `By: ${by}.`,
    params: caseParams,
    headers: writeHeaders,
    body,
    response: { 200: recorded, ...commandProblems() },
  };
  const config = { access: ACTORS, signedInLately: OF_WEIGHT.has(type) };
  api.post(`/cases/:caseId/commands/${kebab(type)}`, { schema, config }, async (request, reply) => {
    const identity = identityOf(request);
    const { state } = await seeCase(parts.store, identity, request.params.caseId);
    const actor = { personId: identity.personId, role: identity.role };
    const commandId = commandIdOf(request, reply);
    return underWay.run(state.caseId, () => sendAct(parts, { state, actor, commandId }, type, request.body));
  });
}

/** One route for each human act, from the one table. */
export function commandRoutes(api: Api, parts: ApiParts): void {
  const underWay = new UnderWay();
  for (const type of Object.keys(COMMANDS).filter(isCommandType)) commandRoute(api, parts, underWay, type);
}
