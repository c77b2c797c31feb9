import { views } from '../../../domain/decider/views.js';
import { doAll, paper } from '../../support/domain/acts.js';
import { Book } from '../../support/domain/book.js';
import { EVALUATION } from '../../support/domain/wayToWork.js';

const signing = (book: Book) =>
  views(book.state)
    .tasks.filter(({ taskId }) => taskId.startsWith('sign:'))
    .map(({ taskId, assignee, role }) => [taskId, assignee, role]);

test('given a document that several roles of the client may sign, then each finds it under a role of their own', () => {
  const book = doAll(new Book(), [
    ...EVALUATION,
    ...paper('msa', 'master-agreement', ['client', 'vendor']).slice(0, 2),
  ]);
  expect(signing(book)).toEqual([
    ['sign:msa:client', 'legal', 'legal'],
    ['sign:msa:client', 'legal-2', 'legal'],
    ['sign:msa:client', 'procurement', 'procurement'],
    ['sign:msa:client', 'executive', 'executive'],
    ['sign:msa:vendor', 'vendor-contact', 'vendor-contact'],
  ]);
});

test('given a document that names people as its signers, then each finds it under their role', () => {
  const book = doAll(new Book(), [
    ...EVALUATION,
    ...paper('rules', 'other', ['security', 'vendor-contact', 'ada']).slice(0, 2),
  ]);
  expect(signing(book)).toEqual([
    ['sign:rules:security', 'security', 'security'],
    ['sign:rules:vendor-contact', 'vendor-contact', 'vendor-contact'],
    ['sign:rules:ada', 'ada', 'engineer'],
  ]);
});
