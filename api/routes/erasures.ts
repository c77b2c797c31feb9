import { problems } from '../../contract/answers.js';
import { erasedPerson, erasePersonBody } from '../../contract/erasure.js';
import { writeHeaders } from '../../contract/headers.js';
import type { Api } from '../api.js';
import { erasePerson, GROUNDS } from '../audit/erase.js';
import { identityOf } from '../auth.js';
import { commandIdOf } from '../idempotency.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';

const erasing = {
  operationId: 'ErasePerson',
  tags: ['audit'],
  summary: 'Erase a person: the key is destroyed, and what has to be kept is named with its ground',
  description:
    'By: compliance, privacy, operator. Repeated once cases are past their years, it deletes the texts about the person that are due then.',
  headers: writeHeaders,
  body: erasePersonBody,
  response: {
    200: erasedPerson,
    ...problems('UnknownPerson', 'PersonActive', 'LegalHold', 'CommandIdReused', 'CaseQuarantined'),
  },
};

/** Erasure of a person's data (GDPR Art. 17). */
export function erasureRoutes(api: Api, { store, clock }: ApiParts): void {
  const access = ['compliance', 'privacy', 'operator'] as const;
  api.post('/erasures', { schema: erasing, config: { access, signedInLately: true } }, async (request, reply) => {
    const { personId, role, caseId } = identityOf(request);
    if (caseId !== undefined)
      throw new Problem('Forbidden', 'Your token gives access to one case; an erasure covers all cases.');
    const { person: ref, reason: why } = request.body;
    const person = ref.includes('@') ? (await store.people.findByEmail(ref))?.personId : ref;
    if (person === undefined) throw new Problem('UnknownPerson', 'No person has this address.');
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
