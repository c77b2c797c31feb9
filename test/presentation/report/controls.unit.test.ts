import { contentHash } from '../../../domain/hash.js';
import { reportedControl } from '../../../presentation/report/controls.js';
import { controlViews } from '../../../presentation/views/controls.js';
import { type Act, doAll } from '../../support/domain/acts.js';
import { Book } from '../../support/domain/book.js';
import { ATTESTATION, CONTRACT, EVALUATION } from '../../support/domain/wayToWork.js';

/** The acts with a title for the agreement, which otherwise is called by its id. */
const titled = (acts: Act[]): Act[] =>
  acts.map((act) => ({
    ...act,
    command: (book) => {
      const command = act.command(book);
      return command.type === 'RegisterPaper' && command.paper === 'msa'
        ? { ...command, title: 'Master services agreement' }
        : command;
    },
  }));

const { state, now } = doAll(new Book(), [...EVALUATION, ...titled(CONTRACT), ...ATTESTATION]);
const views = controlViews(state, now);
const shown = (key: string) => {
  const view = views.find((one) => one.key === key);
  if (view === undefined) throw new Error(`There is no ${key}.`);
  const { answers, thresholds, documents, standards } = reportedControl(state, view);
  return { answers, thresholds, documents, standards };
};

test('given evidence with hashes, then the thresholds of the policy stand beside the answers, and the hashes apart', () => {
  expect(shown('SA-3')).toEqual({
    answers: [
      {
        question: 'Which of these does the team use only as provided and controlled by the client?',
        answer: 'repositories, accounts, build and run environments, model and data stores',
      },
      { question: 'Does the vendor store client code, data or models on its own systems?', answer: 'no' },
      { question: 'Does the vendor store credentials for client systems?', answer: 'no' },
      { question: 'Which attestation is in progress?', answer: 'SOC 2 Type II' },
      { question: 'Which auditor or certification body is engaged?', answer: 'Sandberg & Cole CPA' },
      { question: 'When was the auditor engaged?', answer: '15 Jun 2026' },
      { question: 'For SOC 2 Type II: first day of the audit period.', answer: '1 Jul 2026' },
      { question: 'When will the report or certificate be issued?', answer: '31 Dec 2026' },
    ],
    thresholds: ['report at most 12 months away', 'observed for at least 3 months'],
    documents: [
      { question: 'SHA-256 of the engagement letter.', hash: contentHash('letter of engagement, 15 June 2026') },
    ],
    standards: {
      iso27001: ['A.5.19', 'A.5.20', 'A.5.22'],
      soc2: ['CC9.2'],
      nist80053: ['SA-9', 'SR-6', 'CA-5'],
    },
  });
});

test('given a document in a form, then it is called by its title', () => {
  expect(shown('IP-1').answers[0]).toEqual({
    question: 'Which registered document is the agreement that assigns the IP?',
    answer: 'Master services agreement',
  });
});

test('given a score, then the answer says what this one means, and not what every score does', () => {
  const { answers, thresholds } = shown('PE-3');
  expect(answers.filter(({ question }) => /score/i.test(question))).toEqual([
    {
      question: 'Score',
      answer:
        '2 of 4. A report or certificate is in progress and said to be so, with a standard DPA and access controls in writing.',
    },
    { question: 'On which day was it scored?', answer: '24 Aug 2026' },
  ]);
  expect(thresholds).toEqual(['weight 20 of 100', 'score of at least 2']);
});

test('given no evidence yet, then there are the thresholds alone; and none where a control does not apply', () => {
  expect(shown('IN-1')).toMatchObject({
    answers: [],
    thresholds: ['professional liability of at least USD 1,000,000', 'cyber cover of at least USD 1,000,000'],
    documents: [],
  });
  const idle = views.filter(({ status }) => status === 'not-applicable');
  expect(idle.length).toBeGreaterThan(0);
  expect(idle.flatMap(({ key }) => shown(key).thresholds)).toEqual([]);
});
