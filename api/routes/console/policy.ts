import { problems } from '../../../contract/answers.js';
import {
  policyPage,
  readPolicyBody,
  replayedPolicy,
  replayPolicyBody,
  replayPolicyQuery,
} from '../../../contract/policyPage.js';
import { CLIENT_ROLES, type PersonId } from '../../../domain/case/roles.js';
import type { Api } from '../../api.js';
import { identityOf } from '../../auth.js';
import { policyPageOf } from '../../console/policyPage.js';
import { openCases, replayIn } from '../../console/replay.js';
import { namesIn } from '../../names.js';
import type { ApiParts, PolicyReader } from '../../parts.js';
import { fileProblem } from '../../problems.js';

const reading = {
  operationId: 'ReadPolicy',
  tags: ['operating'],
  summary: 'A policy as people read it: gates, deciders, controls with their numbers and sources; nothing is kept',
  body: readPolicyBody,
  response: { 200: policyPage, ...problems('PayloadTooLarge') },
};

const replaying = {
  operationId: 'ReplayPolicy',
  tags: ['operating'],
  summary: 'What a policy would change in each open case: gates, decisions, dates, access; nothing is recorded',
  querystring: replayPolicyQuery,
  body: replayPolicyBody,
  response: { 200: replayedPolicy, ...problems('PayloadTooLarge') },
};

function parsed(policy: PolicyReader, text: string | undefined) {
  const read = policy.parsed(text);
  if (!read.ok) throw fileProblem('The policy file,', read.faults);
  return read;
}

/** Policies as people read them, and what one would come to. */
export function policyPageRoutes(api: Api, parts: ApiParts): void {
  const readers = { access: [...CLIENT_ROLES, 'operator' as const], reads: true as const };
  api.post('/policy/read', { schema: reading, config: readers }, async (request) =>
    policyPageOf(parsed(parts.policy, request.body.policy)),
  );

  const replayers = { access: ['compliance', 'procurement', 'operator'] as const, reads: true as const };
  api.post('/policy/replay', { schema: replaying, config: replayers }, async (request) => {
    const { role, caseId } = identityOf(request);
    const { policy, hash, text } = parsed(parts.policy, request.body.policy);
    const { states, nextCursor } = await openCases(parts, { ...request.query, caseId });
    const rows = [];
    const names: Record<PersonId, string> = {};
    for (const state of states) {
      const row = await replayIn(parts, state, text);
      // The operator runs the machine and reads no case.
      const seen = role === 'operator' ? { ...row, follows: [], dates: [], access: [] } : row;
      rows.push(seen);
      Object.assign(names, await namesIn(parts.store, state, seen));
    }
    const { name, version } = policy;
    return { policy: { name, version, hash }, rows, nextCursor, names };
  });
}
