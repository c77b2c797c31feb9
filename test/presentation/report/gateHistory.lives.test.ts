import { gatesTable } from '../../../presentation/report/gates.js';
import { reportOf } from '../../../presentation/report/model.js';
import { voiceOf } from '../../../presentation/words/voice.js';
import { inputOf } from '../../support/api/sampleCase.js';
import { decide, doAll, paper } from '../../support/domain/acts.js';
import { as, type Book } from '../../support/domain/book.js';
import { atWork, supplied } from '../../support/domain/wayToWork.js';

const contract = (book: Book) => reportOf(inputOf(book)).gates.find(({ stage }) => stage === 'contract');
const moments = (book: Book) =>
  contract(book)?.history.map(({ what, at, decidedBy, reason }) => [
    what,
    at,
    decidedBy.map(({ by }) => by).join(),
    ...(reason === undefined ? [] : [reason]),
  ]);

/** A team at work whose NDA is followed by another one, and that one by none. */
function twice(): Book {
  const book = doAll(atWork(), [
    ...paper('nda-2', 'nda', ['vendor', 'client'], { until: '2026-10-01', supersedes: 'nda' }),
    supplied('IP-3', as('vendor-contact'), {
      paper: 'nda-2',
      mutual: true,
      handlingRules: ['data', 'prompts', 'fine-tuned-weights', 'code'],
    }),
    decide(as('legal'), 'gate:contract', 'approve', 'The longer one.'),
  ]);
  return book;
}

test('given a gate that was opened once, then its history is that opening, with who decided it', () => {
  const book = atWork();
  expect(contract(book)?.history).toEqual([
    { what: 'opened', at: book.state.stagesDone.contract, decidedBy: contract(book)?.decidedBy },
  ]);
});

test('given a gate that was decided again while it was open, then the report shows both with who and why', () => {
  const book = twice();
  const [, again] = contract(book)?.history ?? [];
  const at = again?.at ?? '';
  expect(moments(book)).toEqual([
    ['opened', '2026-09-01T08:30:00.000Z', 'legal'],
    ['decided', at, 'legal'],
  ]);
  expect(at).toBe(book.state.approvals['gate:contract']?.votes.at(-1)?.at);
  const inBerlin = `${Number(at.slice(11, 13)) + 2}${at.slice(13, 16)}`;
  const gates = [contract(book)].flatMap((gate) => gate ?? []);
  expect(gatesTable(gates, voiceOf({ names: { legal: 'Hanna' }, zone: 'Europe/Berlin' }))).toMatchObject({
    rows: [
      [
        'Contract',
        { text: 'open', more: ['Tue 1 Sep 2026, 10:30'] },
        '',
        {
          text: `Hanna (legal), Tue 1 Sep 2026, ${inBerlin}: The longer one.`,
          more: [
            'Opened Tue 1 Sep 2026, 10:30: Hanna (legal), Tue 1 Sep 2026, 10:30: Read and found good.',
            `Decided again Tue 1 Sep 2026, ${inBerlin}: Hanna (legal), Tue 1 Sep 2026, ${inBerlin}: The longer one.`,
          ],
        },
      ],
    ],
  });
});
