import type { PlannedControl } from '../../../domain/case/plan.js';
import type { Act } from './acts.js';
import type { Book } from './book.js';
import { fragment } from './fragments.js';
import { atWork } from './wayToWork.js';

const fact = (id: string, binding: PlannedControl['binding'], numbers: Record<string, number>): PlannedControl => ({
  id,
  applies: true,
  binding,
  stage: 'work',
  behind: [],
  owner: 'vendor-contact',
  waivableBy: [],
  waiverMaxDays: 30,
  numbers,
});

/** Whoever joins is asked for all that Ada was asked for. */
export const joins = (id: string): Act[] => fragment('person-ada.yaml', (text) => text.replaceAll(/\bada\b/g, id));

const REPLACEMENT = { slaBusinessDays: 7, overlapMaxDays: 10, creditPercentPerDay: 2, creditMaxPercent: 5 };
const ROUNDS = { intervalDays: 5, answerDays: 3 };

/** A small team at work under RP-1 with these numbers, and under AR-1 where it is asked for. */
export function afterDay30(numbers: Partial<typeof REPLACEMENT> = {}, recertified = false): Book {
  const book = atWork();
  const { 'RP-1': _r, 'AR-1': _a, ...controls } = book.state.plan.controls;
  const added = {
    'RP-1': fact('RP-1', { kind: 'sla' }, { ...REPLACEMENT, ...numbers }),
    ...(recertified ? { 'AR-1': fact('AR-1', { kind: 'always' }, ROUNDS) } : {}),
  };
  book.state = { ...book.state, plan: { ...book.state.plan, controls: { ...controls, ...added } } };
  return book;
}
