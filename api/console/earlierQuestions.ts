import type { EarlierQuestions } from '../../contract/console/decision.js';
import type { Instant } from '../../domain/time.js';
import type { Store } from '../../store/contract.js';

/** From the first instant that a case can have. */
const FIRST = '0000-01-01T00:00:00.000Z';

/** The questions of an approval that were answered until an instant, the oldest first; the ledger alone keeps them. */
export async function earlierQuestions(
  { ledger }: Store,
  caseId: string,
  approval: string,
  through: Instant,
): Promise<EarlierQuestions[]> {
  const answered: EarlierQuestions[] = [];
  let open: Pick<EarlierQuestions, 'question' | 'askedBy' | 'askedAt'> | undefined;
  const facts = ['ApprovalReturned', 'QuestionsAnswered'] as const;
  const period = { from: FIRST, through };
  for await (const { at, actor, event } of ledger.population({ facts: [...facts], period, caseId })) {
    if (!('approval' in event) || event.approval !== approval) continue;
    if (event.type === 'ApprovalReturned') open = { question: event.questions, askedBy: actor.personId, askedAt: at };
    else if (event.type === 'QuestionsAnswered' && open !== undefined)
      answered.push({ ...open, answer: event.answer, answeredBy: actor.personId, answeredAt: at });
  }
  return answered;
}
