import { z } from 'zod';
import { problems } from '../../../contract/answers.js';
import { commandAt, preview, previewParams } from '../../../contract/console/preview.js';
import type { Api } from '../../api.js';
import { ACTORS, identityOf } from '../../auth.js';
import { previewOf } from '../../console/preview.js';
import type { ApiParts } from '../../parts.js';
import { Problem } from '../../problems.js';
import { UnderWay } from '../../underWay.js';
import { seeCase } from '../../visibility.js';

const previewing = {
  operationId: 'PreviewCommand',
  tags: ['console'],
  summary: 'What an act would come to now: refused and why, or accepted and what would follow; nothing is recorded',
  description: 'The body is that of the act. Whoever may not see what would follow is not told of it.',
  params: previewParams,
  body: z.unknown(),
  response: { 200: preview, ...problems('CaseNotFound', 'NotFound') },
};

/** Acts played by the rules and recorded nowhere. */
export function previewRoutes(api: Api, parts: ApiParts): void {
  const underWay = new UnderWay();
  const config = { access: ACTORS, reads: true as const };
  api.post('/cases/:caseId/commands/:command/preview', { schema: previewing, config }, async (request) => {
    const { personId, role, ...identity } = identityOf(request);
    const { caseId, command } = request.params;
    const { state } = await seeCase(parts.store, { personId, role, ...identity }, caseId);
    const type = commandAt(command);
    if (type === undefined) throw new Problem('NotFound', `There is no act ${command}.`);
    return underWay.run(caseId, () => previewOf(parts, { state, actor: { personId, role } }, type, request.body));
  });
}
