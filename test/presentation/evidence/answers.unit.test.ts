import { CONTROLS } from '../../../domain/controls/index.js';
import { answersOf, hashesOf } from '../../../presentation/evidence/answers.js';

const HASH = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const CONTEXT = { titleOf: (document: string) => (document === 'msa' ? 'Master agreement' : document) };

/** A form with every kind of field. */
const SHAPE = {
  agreed: { kind: 'yes-no', ask: 'Is it agreed?' },
  retained: { kind: 'yes-no', ask: 'Is anything retained?' },
  assignment: { kind: 'choice', of: ['hereby-assigns', 'mlops'], ask: 'How does it assign?' },
  tools: { kind: 'choices', of: ['fine-tuning', 'rag', 'code-review'], ask: 'Which tools?' },
  nothing: { kind: 'choices', of: ['rag'], ask: 'Which exceptions?' },
  price: { kind: 'number', ask: 'What does it cost?' },
  share: { kind: 'number', ask: 'Which share?' },
  day: { kind: 'day', ask: 'Since when?' },
  link: { kind: 'url', ask: 'Where?' },
  proof: { kind: 'hash', ask: 'SHA-256 of the text.' },
  paper: { kind: 'paper', ask: 'Which document?' },
  owner: { kind: 'person', ask: 'Who owns it?' },
  note: { kind: 'text', ask: 'Anything else?' },
  check: {
    kind: 'record',
    ask: 'The check.',
    of: {
      doneOn: { kind: 'day', ask: 'On which day was it checked?' },
      report: { kind: 'hash', ask: 'SHA-256 of the report.' },
    },
  },
  logs: {
    kind: 'list',
    ask: 'Each log.',
    of: {
      where: { kind: 'text', ask: 'Where?' },
      keptDays: { kind: 'number', ask: 'For how many days?' },
      noTraining: { kind: 'yes-no', ask: 'Is training excluded?' },
      reader: { kind: 'person', ask: 'Who reads it?' },
      setHash: { kind: 'hash', ask: 'SHA-256 of the log.' },
      place: { kind: 'record', ask: 'The place.', of: { country: { kind: 'text', ask: 'Which country?' } } },
      until: { kind: 'day', ask: 'Until when?', optional: true },
    },
  },
  subcontractors: { kind: 'list', ask: 'Each subcontractor.', of: { name: { kind: 'text', ask: 'Who?' } } },
  optional: { kind: 'text', ask: 'Left out?', optional: true },
} as const;

const log = {
  where: 'SIEM',
  keptDays: 1180,
  noTraining: true,
  reader: 'p-1',
  setHash: OTHER,
  place: { country: 'DE' },
};
const FORM = {
  agreed: true,
  retained: false,
  assignment: 'hereby-assigns',
  tools: ['fine-tuning', 'rag', 'code-review'],
  nothing: [],
  price: 13_500,
  share: 0.123_456_78,
  day: '2026-09-01',
  link: 'https://wiki.example',
  proof: HASH,
  paper: 'msa',
  owner: 'p-1',
  note: '<b>none</b>',
  check: { doneOn: '2026-08-28', report: HASH },
  logs: [log, { ...log, where: 'Proxy', until: '2026-12-31' }],
  subcontractors: [],
};

test('given a form with every kind of field, then each question has its answer in words, hashes apart', () => {
  expect(answersOf(SHAPE, FORM, CONTEXT)).toEqual([
    { question: 'Is it agreed?', answer: 'yes' },
    { question: 'Is anything retained?', answer: 'no' },
    { question: 'How does it assign?', answer: 'hereby assigns' },
    { question: 'Which tools?', answer: 'fine-tuning, RAG, code review' },
    { question: 'Which exceptions?', answer: 'none' },
    { question: 'What does it cost?', answer: '13,500' },
    { question: 'Which share?', answer: '0.123457' },
    { question: 'Since when?', answer: '1 Sep 2026' },
    { question: 'Where?', answer: 'https://wiki.example' },
    { question: 'Which document?', answer: 'Master agreement' },
    { question: 'Who owns it?', answer: '{person:p-1}' },
    { question: 'Anything else?', answer: '<b>none</b>' },
    { question: 'On which day was it checked?', answer: '28 Aug 2026' },
    {
      question: 'Each log.',
      answer:
        'SIEM, kept days 1,180, no training yes, {person:p-1}, on file, DE; Proxy, kept days 1,180, no training yes, {person:p-1}, on file, DE, 31 Dec 2026',
    },
    { question: 'Each subcontractor.', answer: 'none' },
  ]);
});

test('given the same form, then its hashes are told apart, with what each is of', () => {
  expect(hashesOf(SHAPE, FORM)).toEqual([
    { question: 'SHA-256 of the text.', hash: HASH },
    { question: 'SHA-256 of the report.', hash: HASH },
    { question: 'SHA-256 of the log.', hash: OTHER },
    { question: 'SHA-256 of the log.', hash: OTHER },
  ]);
});

test('given checks that all ask the same, then each is told by the item of the law that it is about', () => {
  const shape = CONTROLS['DP-1']?.form;
  if (!shape) throw new Error('DP-1 has a form.');
  const checks = {
    subjectMatter: { answer: 'yes', where: 'Clause 2' },
    a: { answer: 'no' },
    h: { answer: 'yes', where: 'Clause 9.4' },
    unlawfulInstructions: { answer: 'not-applicable' },
  };
  expect(answersOf(shape, { clientRole: 'controller', checks }, CONTEXT)).toEqual([
    { question: 'In which role does the agreement name the client?', answer: 'controller' },
    { question: 'Art. 28(3), subject matter of the processing', answer: 'yes, Clause 2' },
    { question: 'Art. 28(3)(a), documented instructions', answer: 'no' },
    { question: 'Art. 28(3)(h), information and audits', answer: 'yes, Clause 9.4' },
    { question: 'Art. 28(3), last subparagraph, unlawful instructions', answer: 'not applicable' },
  ]);
});

test('given a form that names what every object has, then it is no answer', () => {
  const shape = { toString: { kind: 'text', ask: 'What?' }, constructor: { kind: 'hash', ask: 'Which?' } } as const;
  expect([answersOf(shape, {}, CONTEXT), hashesOf(shape, {})]).toEqual([[], []]);
});
