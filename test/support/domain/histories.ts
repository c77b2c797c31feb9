import fc from 'fast-check';
import { type Act, paper } from './acts.js';
import { as, type Book, type Weather } from './book.js';
import { formOf, person, WAY_TO_WORK } from './wayToWork.js';

/** Something that gets in the way: what people, papers and the world do to a case in real life. */
export const DISTURBANCES: Record<string, Act[]> = {
  'the assignment of nina is revoked': [
    {
      name: 'revoke',
      by: as('legal'),
      command: () => ({ type: 'RevokePaper', paper: 'assignment-nina', reason: 'Wrong name.' }),
    },
  ],
  'the NDA is revoked': [
    { name: 'revoke', by: as('legal'), command: () => ({ type: 'RevokePaper', paper: 'nda', reason: 'Replaced.' }) },
  ],
  'the NDA is superseded': paper('nda-2', 'nda', ['vendor', 'client'], { supersedes: 'nda', from: '2026-09-02' }),
  'the terms become "upon payment"': [
    {
      name: 'payment',
      by: as('vendor-contact'),
      command: () => ({ type: 'SubmitEvidence', control: 'IP-1', form: { ...formOf('IP-1'), effectiveOn: 'payment' } }),
    },
  ],
  'the terms are good again': [
    {
      name: 'creation',
      by: as('vendor-contact'),
      command: () => ({ type: 'SubmitEvidence', control: 'IP-1', form: formOf('IP-1') }),
    },
  ],
  'nina only agrees to assign': [
    {
      name: 'agrees',
      by: as('vendor-contact'),
      command: () => ({
        type: 'SubmitEvidence',
        control: 'IP-2',
        person: 'nina',
        form: {
          paper: 'assignment-nina',
          assignment: 'agrees-to-assign',
          effectiveOn: 'creation',
          assignsTo: 'client',
          priorWorksAttached: true,
          openSourceAttached: true,
        },
      }),
    },
  ],
  'ada is suspended': [
    {
      name: 'suspend',
      by: as('security'),
      command: () => ({ type: 'SuspendAccess', person: 'ada', reason: 'Alarm.' }),
    },
  ],
  'ada is resumed': [
    {
      name: 'resume',
      by: as('legal'),
      command: () => ({ type: 'ResumeAccess', person: 'ada', reason: 'False alarm.' }),
    },
  ],
  'nina leaves': [
    {
      name: 'leave',
      by: as('vendor-contact'),
      command: () => ({ type: 'RecordDeparture', person: 'nina', reason: 'Moved on.' }),
    },
  ],
  'a red flag is raised': [
    {
      name: 'flag',
      by: as('security'),
      command: () => ({ type: 'RaiseRedFlag', flag: 'RF-2', reason: 'Heard of a side letter.' }),
    },
  ],
  'whoever supplied it decides': [
    {
      name: 'self',
      by: as('vendor-contact'),
      command: (b) => ({
        type: 'Decide',
        approval: 'gate:contract',
        contentHash: b.state.approvals['gate:contract']?.contentHash ?? '0'.repeat(64),
        decision: 'approve',
        reason: 'Ours.',
      }),
    },
  ],
  'the manager decides for the executive': [
    {
      name: 'lend',
      by: as('executive'),
      command: () => ({
        type: 'Delegate',
        role: 'executive',
        to: 'engineering-manager',
        until: '2026-09-20',
        reason: 'Away.',
      }),
    },
    {
      name: 'self',
      by: as('engineering-manager'),
      command: (b) => ({
        type: 'Decide',
        approval: 'gate:working-agreement',
        contentHash: b.state.approvals['gate:working-agreement']?.contentHash ?? '0'.repeat(64),
        decision: 'approve',
        reason: 'My own numbers.',
      }),
    },
  ],
  'the case is paused': [
    { name: 'pause', by: as('procurement'), command: () => ({ type: 'PauseCase', reason: 'The budget is frozen.' }) },
  ],
  'the case goes on': [
    { name: 'go on', by: as('executive'), command: () => ({ type: 'ResumeCase', reason: 'The budget is back.' }) },
  ],
  'the repository leaves the scope': [
    {
      name: 'scope',
      by: as('procurement'),
      command: () => ({
        type: 'ChangeScope',
        add: [{ provider: 'github', kind: 'repository', id: 'meridian/eta-api', personalData: false }],
        remove: ['github:meridian/eta-model'],
        reason: 'It goes in-house.',
      }),
    },
  ],
  'the case closes': [
    { name: 'close', by: as('procurement'), command: () => ({ type: 'CloseCase', reason: 'Over.' }) },
  ],
};

export type Disturbance = { after: number; what: string; hours: number };
/** A life of a case: which acts of the way to work are left out, and what gets in the way after which act. */
export type Life = { left: number[]; disturbances: Disturbance[]; weather: Weather };

const N = WAY_TO_WORK.length;

/** Lives that mostly reach open access, so that there is something to lose. */
export const lives: fc.Arbitrary<Life> = fc.record({
  left: fc.oneof(
    { weight: 4, arbitrary: fc.constant<number[]>([]) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.nat(N - 1), { minLength: 1, maxLength: 2 }) },
  ),
  disturbances: fc.array(
    fc.record({
      after: fc.nat({ max: N + 6 }),
      what: fc.constantFrom(...Object.keys(DISTURBANCES)),
      hours: fc.constantFrom(0, 1, 30, 200),
    }),
    { maxLength: 4 },
  ),
  weather: fc.constantFrom('good' as const, 'good' as const, 'down' as const, 'drops' as const),
});

/** Lives one of whose assignments is not signed in the end: access without paper shows here first. */
export const livesWithoutAssignment: fc.Arbitrary<Life> = lives.map((life) => {
  const unsigned = WAY_TO_WORK.findIndex((a) => a.name === 'sign assignment-nina nina');
  return { ...life, left: [...new Set([...life.left, unsigned])], disturbances: life.disturbances.slice(0, 1) };
});

/** Plays a life; letters are left aside, since nothing rests on them. */
export function live(life: Life, book: Book): Book {
  book.mail = false;
  const does = (act: Act): void => {
    book.act(act.by, act.command(book));
  };
  for (let i = 0; i < N + 7; i++) {
    const act = WAY_TO_WORK[i];
    if (i === N) book.weather = life.weather;
    if (act !== undefined && !life.left.includes(i)) does(act);
    for (const one of life.disturbances.filter((d) => d.after === i)) {
      if (one.hours > 0) book.after(one.hours);
      for (const step of DISTURBANCES[one.what] ?? []) does(step);
    }
  }
  // The second half of the roster comes again, to see that nothing opens by mere repetition.
  for (const act of person('nina')) does(act);
  book.after(24 * 3);
  book.weather = 'good';
  // Long enough for what is still to be withdrawn, and past the end of the NDA.
  book.after(24);
  const end = '2026-09-22T12:00:00.000Z';
  return book.now < end ? book.until(end) : book;
}
