import { z } from 'zod';
import { problems } from '../../contract/answers.js';
import { reason, text } from '../../contract/basics.js';
import type { Api } from '../api.js';
import { erasePerson, GROUNDS } from '../audit/erase.js';
import { identityOf } from '../auth.js';
import { commandIdOf, writeHeaders } from '../idempotency.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';

const erased = z.object({
  person: z.string(),
  keyDestroyed: z.boolean().describe('False when it was gone before.'),
  receipt: z.object({ seq: z.number(), hash: z.string(), at: z.string() }).describe('Place in the log of custody.'),
  kept: z.object({
    entries: z.array(
      z.object({
        caseId: z.string(),
        seq: z.number(),
        hash: z.string(),
        event: z.string(),
        named: z.enum(['by-id', 'in-text']),
      }),
    ),
    texts: z.array(z.object({ textHash: z.string(), caseIds: z.array(z.string()), keptUntil: z.string().optional() })),
  }),
  deletedTexts: z.array(z.string()).describe('Hashes of texts about the person that no case has to keep any more.'),
  grounds: z.object({ 'by-id': z.string(), 'in-text': z.string(), text: z.string() }),
});

const erasing = {
  operationId: 'ErasePerson',
  tags: ['audit'],
  summary: 'Erase a person: the key is destroyed, and what has to be kept is named with its ground',
  description:
    'By: compliance, privacy, operator. Repeated once cases are past their years, it deletes the texts about the person that are due then.',
  headers: writeHeaders,
  body: z.strictObject({ person: text(320).describe('Person id or e-mail address.'), reason }),
  response: {
    200: erased,
    ...problems('UnknownPerson', 'PersonActive', 'LegalHold', 'CommandIdReused', 'CaseQuarantined'),
  },
};

/** Erasure of a person's data (GDPR Art. 17). */
export function erasureRoutes(api: Api, { store, clock }: ApiParts): void {
  const access = ['compliance', 'privacy', 'operator'] as const;
  api.post('/erasures', { schema: erasing, config: { access } }, async (request, reply) => {
    const { personId, role, caseId } = identityOf(request);
    if (caseId !== undefined)
      throw new Problem('Forbidden', 'Your token reaches one case; a person is erased for all.');
    const { person: ref, reason: why } = request.body;
    const person = ref.includes('@') ? (await store.people.findByEmail(ref))?.personId : ref;
    if (person === undefined) throw new Problem('UnknownPerson', 'Nobody is known by this address.');
    const act = { actor: { personId, role }, at: clock(), commandId: commandIdOf(request, reply) };
    const { entry, kept } = await erasePerson(store, act, { person, reason: why });
    const { seq, hash, at, fact } = entry;
    return {
      person,
      keyDestroyed: fact.type === 'PersonErased' && fact.keyDestroyed,
      receipt: { seq, hash, at },
      kept,
      deletedTexts: fact.type === 'PersonErased' ? fact.textsDeleted : [],
      grounds: GROUNDS,
    };
  });
}
