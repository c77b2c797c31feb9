import type { JsonObject } from '../../../domain/controls/form.js';
import { doAll } from './acts.js';
import { as, Book } from './book.js';
import { scenario } from './fragments.js';

const memo = new Map<string, Book>();

function played(file: string, caseFile: string, lastGate: string): Book {
  const book = memo.get(file) ?? doAll(new Book(caseFile), scenario(file, lastGate));
  memo.set(file, book);
  return book.copy();
}

/** A project whose terms stand, with three milestones; the way there is that of the scenario. */
export const inProject = (): Book => played('project-iso.yaml', 'project-iso.yaml', 'evaluate');

/** Staff augmentation at work: Rui may start, Inês has not signed yet. */
export const augmented = (): Book => played('staff-augmentation.yaml', 'staff-augmentation.yaml', 'working-agreement');

const manager = as('engineering-manager');

/** New terms of the model, supplied and approved. */
export function newTerms(book: Book, by: ReturnType<typeof as>, form: JsonObject): void {
  const supplied = book.act(by, { type: 'SubmitEvidence', control: 'EM-2', form });
  const contentHash = book.state.approvals['gate:evaluate']?.contentHash ?? '';
  const decided = book.act(manager, {
    type: 'Decide',
    approval: 'gate:evaluate',
    contentHash,
    decision: 'approve',
    reason: 'Agreed with the vendor.',
  });
  for (const outcome of [supplied, decided])
    if (outcome.status === 'refused') throw new Error(JSON.stringify(outcome.said));
}
