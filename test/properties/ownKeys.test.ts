import { COMMANDS, type CommandType, isCommandType } from '../../contract/commands.js';
import { refOf } from '../../domain/access/resources.js';
import type { CaseCommand, HumanCommand } from '../../domain/case/commands.js';
import { isRefusal } from '../../domain/case/decision.js';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import type { Field, FormShape, Json, JsonObject } from '../../domain/controls/form.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { decide } from '../../domain/decider/decide.js';
import { handle } from '../../domain/decider/handle.js';
import { replaced, sampleBody, wordsIn } from '../support/contract/leaves.js';
import { as, type Book } from '../support/domain/book.js';
import { afterFirstWeek } from '../support/domain/firstMonth.js';

/** What every object seems to have; none of it was put in by anybody. */
const ODD = Object.getOwnPropertyNames(Object.prototype);
/** A word that nobody has put in either. */
const UNKNOWN = 'nobodysword';

const CAST = [...CLIENT_ROLES.map((role) => as(role)), as('vendor-contact'), as('engineer', 'ada')];

/** A case with one of everything that an act may be about. */
function busyCase(): Book {
  const book = afterFirstWeek().after(1);
  const done = [
    book.act(as('engineering-manager'), {
      type: 'RequestReplacement',
      person: 'ada',
      reason: 'Other work.',
      forCause: false,
    }),
    book.act(as('security'), {
      type: 'ReportIncident',
      incident: 'leak',
      drill: true,
      what: 'disclosure',
      personalData: true,
    }),
    book.act(as('legal'), { type: 'RaiseRedFlag', flag: 'RF-2', reason: 'Seen.' }),
  ];
  for (const outcome of done) if (outcome.status === 'refused') throw new Error(JSON.stringify(outcome));
  return book;
}

/** Of what a field of this name usually holds here, so that a decision gets as far as the word that is tried. */
function hintsFor({ state }: Book): Record<string, unknown> {
  const [paper] = Object.keys(state.papers);
  const [approval] = Object.keys(state.approvals);
  const [profile] = Object.keys(state.plan.profiles);
  const [first] = state.intake.resources;
  const resource = first && refOf(first);
  const textHash = 'a'.repeat(64);
  const known = { person: 'ada', owner: 'legal', to: 'legal', approval, profile, resource, textHash, flag: 'RF-2' };
  return { ...known, paper, control: 'PP-1', replacement: 'replacement-1', incident: 'leak', meeting: 'CA-1' };
}

/** The command of a body, where the edge does not take the body as it is. */
const BUILT: { [T in CommandType]?: (body: Record<string, unknown>) => Record<string, unknown> } = {
  ProposePerson: (body) => ({ ...body, person: 'p-new' }),
  CorrectPerson: ({ person, reason }) => ({ person, reason, changed: ['email'] }),
  ProposePolicy: (body) => ({ ...body, policy: { name: 'x', version: '1', hash: '' }, difference: [], plan: '' }),
  ReusePaper: ({ from, paper, as: id }) => ({
    source: { caseId: from, paper, seq: 1, hash: '' },
    paper: { id, kind: 'nda', title: 'x', textHash: '', signers: [], signatures: [], from: '2026-08-01T00:00:00.000Z' },
  }),
};

const commandOf = (type: CommandType, body: unknown): CaseCommand =>
  ({ type, ...(BUILT[type]?.(body as Record<string, unknown>) ?? (body as object)) }) as HumanCommand;

/** What everybody of the cast is answered, the word itself struck out. */
function answersTo({ state, now }: Book, type: CommandType, body: unknown, word: string): unknown[] {
  return CAST.map((actor) => {
    const command = commandOf(type, body);
    const decision = decide(state, command, actor, now);
    const envelope = { commandId: 'odd', requestHash: '', actor, command };
    // What is taken is folded in and settled too.
    if (!isRefusal(decision)) handle(state, envelope, { now, runId: 'run', settled: {} });
    const told = isRefusal(decision) ? decision : { recorded: decision.events.map((e) => e.type) };
    return JSON.parse(JSON.stringify(told).replaceAll(word, UNKNOWN));
  });
}

/** An answer to one question of a form, with the word wherever one may be written. */
function answerTo(field: Field, word: string): Json {
  switch (field.kind) {
    case 'record':
      return formWith(field.of, word);
    case 'list':
      return Array.from({ length: Math.max(1, field.min ?? 1) }, () => formWith(field.of, word));
    case 'choice':
      return field.of[0] ?? '';
    case 'choices':
      return [...field.of];
    case 'yes-no':
      return true;
    case 'number':
      return field.min ?? 1;
    case 'day':
      return '2026-09-02';
    case 'url':
      return 'https://meridian.example/x';
    case 'hash':
      return 'a'.repeat(64);
    default:
      return word;
  }
}
const formWith = (shape: FormShape, word: string): JsonObject =>
  Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, answerTo(field, word)]));

let book: Book;
beforeAll(() => {
  book = busyCase();
});

describe.each(Object.keys(COMMANDS).filter(isCommandType))('%s', (type) => {
  const places = wordsIn(COMMANDS[type].body);

  test.each(places.map((place) => ({ at: place.join('.'), place })))(
    'given what every object seems to have as $at, then it is answered as any unknown word',
    ({ place }) => {
      const body = sampleBody(COMMANDS[type].body, hintsFor(book));
      const unknown = answersTo(book, type, replaced(body, place, UNKNOWN), UNKNOWN);
      for (const odd of ODD)
        expect([odd, answersTo(book, type, replaced(body, place, odd), odd)]).toEqual([odd, unknown]);
    },
  );
});

test.each(Object.values(CONTROLS).flatMap(({ id, form, subject }) => (form === null ? [] : [{ id, form, subject }])))(
  'given evidence for $id with such words wherever one is written, then it is answered as with any unknown word',
  ({ id, form, subject }) => {
    const body = (word: string) => ({
      control: id,
      form: formWith(form, word),
      ...(subject === 'person' && { person: 'ada' }),
    });
    const unknown = answersTo(book, 'SubmitEvidence', body(UNKNOWN), UNKNOWN);
    for (const odd of ODD) expect([odd, answersTo(book, 'SubmitEvidence', body(odd), odd)]).toEqual([odd, unknown]);
  },
);
