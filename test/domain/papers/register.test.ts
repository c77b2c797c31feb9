import { contentHash } from '../../../domain/hash.js';
import { as, Book } from '../../support/domain/book.js';

const register = (signers: string[], person?: string) => {
  const book = new Book();
  const outcome = book.act(as('vendor-contact'), {
    type: 'RegisterPaper',
    paper: 'assignment',
    kind: 'contributor-assignment',
    title: 'Assignment',
    textHash: contentHash('text'),
    signers,
    from: '2026-09-01',
    ...(person === undefined ? {} : { person }),
  });
  return { outcome, about: book.state.papers.assignment?.person };
};

test('given an assignment that one engineer signs, when nobody says whom it is about, then it is about that engineer', () => {
  expect(register(['ada', 'client'])).toMatchObject({ outcome: { status: 'recorded' }, about: 'ada' });
});

test('given an assignment of nobody, or of two at once, then it is refused before anybody signs it', () => {
  const refused = { status: 'refused', said: { code: 'papers.assignment-of-nobody', paper: 'assignment' } };
  for (const signers of [
    ['vendor', 'client'],
    ['ada', 'nina'],
  ])
    expect(register(signers)).toMatchObject({ outcome: refused, about: undefined });
  expect(register(['vendor', 'client'], 'ada')).toMatchObject({ outcome: { status: 'recorded' }, about: 'ada' });
});
