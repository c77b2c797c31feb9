import type { HumanCommand } from '../../../domain/case/commands.js';
import { commandsIn, faultsOf } from '../../support/actions/commandLines.js';
import { doAll } from '../../support/domain/acts.js';
import { afterDay30, joins } from '../../support/domain/afterwards.js';
import { as, type Book } from '../../support/domain/book.js';
import { toldTo } from '../../support/domain/letters.js';

const manager = as('engineering-manager');
const contact = as('vendor-contact');
const FACTS = [
  'ReplacementRequested',
  'ReplacementHeld',
  'DepartureRecorded',
  'PersonLeft',
  'ReplacementSlaBreached',
  'ReplacementFulfilled',
  'ReplacementWithdrawn',
  'HandoverRecorded',
] as const;
const TERMS = { slaBusinessDays: 7, overlapMaxDays: 10, creditPercentPerDay: 2, creditMaxPercent: 5 };

const ask = (book: Book, more: Partial<Extract<HumanCommand, { type: 'RequestReplacement' }>> = {}) =>
  book.act(manager, { type: 'RequestReplacement', person: 'ada', reason: 'Does not fit.', forCause: false, ...more });

const propose = (book: Book, id: string, replaces = 'replacement-1') =>
  book.act(contact, {
    type: 'ProposePerson',
    person: id,
    employer: 'Bałtyk AI',
    country: 'PL',
    jobRole: 'ML engineer',
    needs: [{ resource: 'github:meridian/eta-model', profile: 'contributor', task: 'Takes over the forecast model' }],
    replaces,
  });

const handOver = (book: Book, day: string) =>
  book.act(contact, {
    type: 'RecordHandover',
    replacement: 'replacement-1',
    form: { day, topics: ['Retraining'], link: 'https://wiki.example/handover' },
  });

const story = (book: Book, mark: number) => book.since(mark, ...FACTS);

describe('a replacement', () => {
  test('given nobody is to blame, when the joiner may start within the SLA, then the leaver goes after the overlap and hands over before', () => {
    const book = afterDay30();
    book.until('2026-09-02T10:00:00.000Z');
    const mark = book.mark;
    ask(book);
    expect(Object.keys(book.state.tasks)).toContain('replace:replacement-1');
    propose(book, 'iga');
    expect(Object.keys(book.state.tasks)).not.toContain('replace:replacement-1');
    book.until('2026-09-08T10:00:00.000Z');
    doAll(book, joins('iga'));
    expect(story(book, mark)).toEqual([
      {
        type: 'ReplacementRequested',
        replacement: 'replacement-1',
        person: 'ada',
        reason: 'Does not fit.',
        forCause: false,
        terms: TERMS,
        due: '2026-09-11T22:00:00.000Z',
      },
      {
        type: 'ReplacementFulfilled',
        replacement: 'replacement-1',
        joiner: 'iga',
        businessDays: 4,
        daysLate: 0,
        creditPercent: 0,
        creditUsd: 0,
        overlapEnds: '2026-09-18T22:00:00.000Z',
      },
      {
        type: 'DepartureRecorded',
        person: 'ada',
        lastInstant: '2026-09-18T22:00:00.000Z',
        reason: { code: 'replacement.overlap-over', replacement: 'replacement-1' },
      },
    ]);
    expect(book.state.controlStatus['RP-1']?.status).toBe('open');
    expect(book.state.tasks['handover:replacement-1']?.due).toBe('2026-09-18T22:00:00.000Z');
    expect([...book.provider].sort()).toEqual(['ada', 'iga', 'nina'].map((p) => `${p}/github:meridian/eta-model`));
    expect(handOver(book, '2026-09-09')).toMatchObject({ code: 'NoHandoverDue' });
    expect(handOver(book, '2026-09-08')).toMatchObject({ status: 'recorded', events: ['HandoverRecorded'] });
    expect(book.state.tasks['handover:replacement-1']).toBeUndefined();
    expect(book.state.controlStatus['RP-1']?.status).toBe('met');
    expect(handOver(book, '2026-09-08')).toMatchObject({ code: 'NoHandoverDue' });
    const later = book.act(manager, {
      type: 'RecordDeparture',
      person: 'ada',
      lastInstant: '2026-09-25T22:00:00.000Z',
      reason: 'Stays.',
    });
    expect(later).toMatchObject({
      status: 'refused',
      code: 'UntilOutOfRange',
      said: { code: 'replacement.overlap-ends', latest: '2026-09-18' },
    });
    book.until('2026-09-19T10:00:00.000Z');
    expect(book.state.people.ada?.status).toBe('left');
  });

  test('given the tasks of a replacement, then every command line of them is one that the product takes', async () => {
    const book = afterDay30();
    const mark = book.mark;
    ask(book);
    propose(book, 'iga');
    doAll(book, joins('iga'));
    const asked = commandsIn(book.rows, mark);
    expect(asked.filter((line) => line.includes('replace'))).toHaveLength(2);
    expect(await faultsOf(asked)).toEqual([]);
  });

  test('given cause, when it is asked for, then the access ends at once and no handover is awaited', () => {
    const book = afterDay30();
    book.until('2026-09-02T10:00:00.000Z');
    ask(book, { forCause: true });
    expect([...book.provider]).toEqual(['nina/github:meridian/eta-model']);
    expect(book.state.leases['ada/github:meridian/eta-model']?.cause).toBe('person-left');
    propose(book, 'iga');
    doAll(book, joins('iga'));
    expect(book.state.replacements?.['replacement-1']?.fulfilled?.joiner).toBe('iga');
    expect(book.state.tasks['handover:replacement-1']).toBeUndefined();
    expect(book.state.controlStatus['RP-1']?.status).toBe('met');
  });

  test('given a rejected candidate and one who signs too late, then the clock runs on, the breach is a fact, both are told, and the credit is stated at the end', () => {
    const book = afterDay30();
    book.until('2026-09-02T10:00:00.000Z');
    ask(book);
    propose(book, 'iga');
    book.until('2026-09-10T10:00:00.000Z');
    book.act(manager, { type: 'RejectPerson', person: 'iga', reason: 'Too junior.' });
    expect(book.state.tasks['replace:replacement-1']?.due).toBe('2026-09-11T22:00:00.000Z');
    propose(book, 'jan');
    book.act(manager, { type: 'AcceptPerson', person: 'jan', reason: 'Interviewed.' });
    const mark = book.mark;
    book.until('2026-09-14T10:00:00.000Z');
    const said = book
      .since(mark, 'ControlAssessed')
      .flatMap((e) => (e.type === 'ControlAssessed' && e.key === 'RP-1' ? [e.assessment.status] : []));
    expect(said).toEqual(['refused']);
    expect(story(book, mark)).toEqual([
      {
        type: 'ReplacementSlaBreached',
        replacement: 'replacement-1',
        person: 'ada',
        due: '2026-09-11T22:00:00.000Z',
        creditPercentPerDay: 2,
        creditMaxPercent: 5,
      },
    ]);
    expect(book.rows.find((r) => r.event.type === 'ReplacementSlaBreached')?.at).toBe('2026-09-11T22:00:00.000Z');
    for (const to of ['vendor-contact', 'engineering-manager', 'procurement'])
      expect(toldTo(book, mark, to)).toContain('ReplacementSlaBreached');
    expect(book.state.controlStatus['RP-1']?.status).toBe('refused');
    book.until('2026-09-16T10:00:00.000Z');
    const end = book.mark;
    doAll(book, joins('jan').slice(1));
    expect(story(book, end)[0]).toEqual({
      type: 'ReplacementFulfilled',
      replacement: 'replacement-1',
      joiner: 'jan',
      businessDays: 10,
      daysLate: 3,
      creditPercent: 5,
      creditUsd: 675,
      overlapEnds: '2026-09-26T22:00:00.000Z',
    });
    expect(toldTo(book, end, 'vendor-contact')).toContain('ReplacementFulfilled');
  });

  test('given a request that is withdrawn, then its clock ends, what was owed stays owed, and RP-1 rests', () => {
    const book = afterDay30();
    const withdraw = (by = manager) =>
      book.act(by, { type: 'WithdrawReplacement', replacement: 'replacement-1', reason: 'She stays.' });
    expect(withdraw()).toMatchObject({ code: 'UnknownReplacement' });
    book.until('2026-09-02T10:00:00.000Z');
    ask(book);
    expect(withdraw(contact)).toMatchObject({ code: 'NotYourRole' });
    book.until('2026-09-14T10:00:00.000Z');
    const mark = book.mark;
    withdraw();
    expect(story(book, mark)).toEqual([
      {
        type: 'ReplacementWithdrawn',
        replacement: 'replacement-1',
        reason: 'She stays.',
        daysLate: 1,
        creditPercent: 2,
        creditUsd: 270,
      },
    ]);
    expect(book.state.controlStatus['RP-1']?.status).toBe('met');
    expect(book.state.tasks['replace:replacement-1']).toBeUndefined();
    expect(toldTo(book, mark, 'vendor-contact')).toContain('ReplacementWithdrawn');
    expect(withdraw()).toMatchObject({ code: 'ReplacementNotOpen' });
    expect(propose(book, 'iga')).toMatchObject({ code: 'ReplacementNotOpen' });
    expect(handOver(book, '2026-09-14')).toMatchObject({ code: 'NoHandoverDue' });
  });

  test('given a vendor that waits for the client, then the clock stands still from the day of the last paper to the day of the decision', () => {
    const book = afterDay30();
    book.until('2026-09-02T10:00:00.000Z');
    ask(book);
    book.until('2026-09-09T10:00:00.000Z');
    propose(book, 'iga');
    const all = joins('iga');
    const acceptance = all.filter((act) => act.name.includes('accept'));
    expect(acceptance).toHaveLength(1);
    doAll(
      book,
      all.filter((act) => !acceptance.includes(act)),
    );
    const held = book.state.replacements?.['replacement-1'];
    expect([held?.heldSince?.slice(0, 10), held?.due]).toEqual(['2026-09-09', '2026-09-11T22:00:00.000Z']);
    const mark = book.mark;
    // The client answers a week later: nothing is late meanwhile.
    book.until('2026-09-16T10:00:00.000Z');
    expect(book.since(mark, 'ReplacementSlaBreached')).toEqual([]);
    doAll(book, acceptance);
    expect(story(book, mark)).toMatchObject([
      { type: 'ReplacementHeld', held: false, due: '2026-09-18T22:00:00.000Z' },
      { type: 'ReplacementFulfilled', joiner: 'iga', daysLate: 0, creditPercent: 0 },
      { type: 'DepartureRecorded' },
    ]);
  });

  test('given a candidate whose papers the vendor has not supplied, then the clock runs', () => {
    const book = afterDay30();
    book.until('2026-09-02T10:00:00.000Z');
    ask(book);
    propose(book, 'iga');
    expect(book.state.replacements?.['replacement-1']?.heldSince).toBeUndefined();
    book.until('2026-09-11T22:00:00.000Z');
    expect(book.state.replacements?.['replacement-1']?.breachedAt).toBe('2026-09-11T22:00:00.000Z');
  });

  test('given a request that is withdrawn and made again, then it keeps its first clock, and is late by the first request', () => {
    const book = afterDay30();
    const withdraw = (id: string) =>
      book.act(manager, { type: 'WithdrawReplacement', replacement: id, reason: 'Reset.' });
    book.until('2026-09-02T10:00:00.000Z');
    ask(book);
    book.until('2026-09-10T10:00:00.000Z');
    withdraw('replacement-1');
    const mark = book.mark;
    ask(book);
    expect(story(book, mark)).toMatchObject([
      { replacement: 'replacement-2', continues: 'replacement-1', due: '2026-09-11T22:00:00.000Z' },
    ]);
    book.until('2026-09-14T10:00:00.000Z');
    expect(story(book, mark)[1]).toMatchObject({ type: 'ReplacementSlaBreached', replacement: 'replacement-1' });
    expect(book.state.replacements?.['replacement-2']).toMatchObject({
      requestedAt: '2026-09-02T10:00:00.000Z',
      breachedAt: '2026-09-11T22:00:00.000Z',
    });
    withdraw('replacement-2');
    // After a whole SLA it is another need, with a clock of its own.
    book.until('2026-10-02T10:00:00.000Z');
    const later = book.mark;
    ask(book);
    expect(story(book, later)).toMatchObject([{ replacement: 'replacement-3', due: '2026-10-13T22:00:00.000Z' }]);
    expect(book.state.replacements?.['replacement-3']?.continues).toBeUndefined();
  });

  test('given a last day, then the access ends with it whether or not anybody came', () => {
    const book = afterDay30();
    book.until('2026-09-02T10:00:00.000Z');
    ask(book, { lastDay: '2026-09-04' });
    book.until('2026-09-05T10:00:00.000Z');
    expect(book.state.leases['ada/github:meridian/eta-model']?.cause).toBe('person-left');
    propose(book, 'iga');
    doAll(book, joins('iga'));
    // The leaver is gone, and still owes what is known to the vendor; the policy's hours count from the joiner's start.
    expect(book.state.tasks['handover:replacement-1']?.due).toBe('2026-09-08T15:00:00.000Z');
  });

  test('given a vendor that offered fewer days, then its own terms hold', () => {
    const book = afterDay30();
    const form = { slaBusinessDays: 3 };
    const offered = { form, formHash: 'a'.repeat(64), by: 'procurement', at: book.now, seq: 1 };
    book.state = { ...book.state, evidence: { ...book.state.evidence, 'PE-5': offered } };
    ask(book);
    expect(book.state.replacements?.['replacement-1']?.terms.slaBusinessDays).toBe(3);
    expect(book.state.replacements?.['replacement-1']?.due).toBe('2026-09-04T22:00:00.000Z');
  });

  test('given two places, then one joiner fills one of them', () => {
    const book = afterDay30();
    ask(book);
    ask(book, { person: 'nina' });
    propose(book, 'iga');
    propose(book, 'jan', 'replacement-2');
    doAll(book, joins('iga'));
    expect([
      book.state.replacements?.['replacement-1']?.fulfilled?.joiner,
      book.state.replacements?.['replacement-2']?.fulfilled?.joiner,
    ]).toEqual(['iga', undefined]);
  });

  test('given acts that do not belong there, then each is refused by its own code', () => {
    const book = afterDay30();
    const request = (more: object = {}) => ask(book, more);
    expect(
      book.act(contact, { type: 'RequestReplacement', person: 'ada', reason: 'No.', forCause: false }),
    ).toMatchObject({ code: 'NotYourRole' });
    expect(request({ person: 'nobody' })).toMatchObject({ code: 'UnknownPerson' });
    expect(request({ forCause: true, lastDay: '2026-09-04' })).toMatchObject({ code: 'Malformed' });
    expect(request({ lastDay: '2026-08-20' })).toMatchObject({ code: 'UntilOutOfRange' });
    expect(request({ lastDay: '2026-09-21' })).toMatchObject({ code: 'UntilOutOfRange' });
    expect(propose(book, 'iga')).toMatchObject({ code: 'UnknownReplacement' });
    expect(handOver(book, '2026-09-01')).toMatchObject({ code: 'UnknownReplacement' });
    expect(request({ lastDay: '2026-09-20' })).toMatchObject({ status: 'recorded' });
    expect(request()).toMatchObject({ code: 'DuplicateId' });
    expect(handOver(book, '2026-09-01')).toMatchObject({ code: 'NoHandoverDue' });
    const { 'RP-1': _none, ...controls } = book.state.plan.controls;
    book.state = { ...book.state, plan: { ...book.state.plan, controls } };
    expect(request({ person: 'nina' })).toMatchObject({ code: 'UnknownControl' });
  });
});
