import { say } from '../../../domain/say.js';
import { decisionLines } from '../../../presentation/letters/decisionLines.js';
import { approvalView } from '../../../presentation/views/approvals.js';
import { wordsOf } from '../../../presentation/words/words.js';
import { as } from '../../support/domain/book.js';
import { atWork, formOf } from '../../support/domain/wayToWork.js';

test('given a gate whose answers another answer does not agree with, then its view and its letter say what the decision lets stand', () => {
  const { state, now } = atWork();
  const decided = state.approvals['gate:contract'];
  const asked = decided && { ...decided, items: decided.stands?.items ?? [] };
  const fluency = state.evidence['PE-2'];
  if (asked === undefined || fluency === undefined) throw new Error('The way to work has no such gate or evidence.');
  const form = { ...formOf('PE-2'), tools: [{ tool: 'Reviewer' }] };
  const apart = { ...state, evidence: { ...state.evidence, 'PE-2': { ...fluency, form } } };
  const text = wordsOf(say('register.tool-fluent', { tool: 'Reviewer' }));
  const legal = as('legal');
  const letter = (of: typeof state) => decisionLines(of, asked, now, { zone: 'UTC' } as never);

  expect(approvalView(apart, asked, legal, now).disagreements).toEqual([text]);
  expect(letter(apart).filter((line) => !letter(state).includes(line))).toEqual([
    `Your decision lets this stand: ${text}`,
  ]);
  expect(approvalView(state, asked, legal, now)).not.toHaveProperty('disagreements');
});
