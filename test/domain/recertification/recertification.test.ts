import type { HumanCommand } from '../../../domain/case/commands.js';
import type { Actor } from '../../../domain/case/roles.js';
import { commandsIn, faultsOf } from '../../support/actions/commandLines.js';
import { doAll, requested } from '../../support/domain/acts.js';
import { afterDay30 } from '../../support/domain/afterwards.js';
import { as, type Book } from '../../support/domain/book.js';

const RESOURCE = 'github:meridian/eta-model';
const ADA = `ada/${RESOURCE}`;
const NINA = `nina/${RESOURCE}`;
const FACTS = [
  'RecertificationOpened',
  'AccessRecertified',
  'RecertificationLapsed',
  'AccessEnded',
  'AccessGranted',
] as const;
const manager = as('engineering-manager');

const answer = (
  book: Book,
  person: string,
  decision: 'confirm' | 'reduce' | 'remove',
  profile?: string,
  by: Actor = manager,
) => {
  const command: HumanCommand = { type: 'Recertify', person, resource: RESOURCE, decision, reason: 'Looked at.' };
  return book.act(by, profile === undefined ? command : { ...command, profile });
};

/** Five days after the first access, in the middle of the first round. */
function inRound(): Book {
  const book = afterDay30(true);
  return book.until('2026-09-07T10:00:00.000Z');
}

const story = (book: Book, mark: number): string[] =>
  book.since(mark, ...FACTS).map((e) => {
    if (e.type === 'RecertificationOpened') return `${e.type} ${e.round} ${e.leases.join(',')} ${e.deadline}`;
    if (e.type === 'AccessRecertified') return `${e.type} ${e.lease} ${e.decision}`;
    if (e.type === 'AccessEnded') return `${e.type} ${e.lease} ${e.cause}`;
    if (e.type === 'AccessGranted') return `${e.type} ${e.lease} ${e.permission}`;
    return 'lease' in e ? `${e.type} ${e.lease}` : e.type;
  });

describe('recertification', () => {
  test('given access since day 1, when the interval is over, then a round asks the owner of each grant, and AR-1 is open', async () => {
    const book = afterDay30(true);
    const mark = book.mark;
    expect(book.state.controlStatus['AR-1']?.status).toBe('met');
    book.until('2026-09-07T10:00:00.000Z');
    const opened = story(book, mark);
    const said = book
      .since(mark, 'ControlAssessed')
      .flatMap((e) => (e.type === 'ControlAssessed' && e.key === 'AR-1' ? [e.assessment.status] : []));
    expect(said).toEqual(['open']);
    expect(opened).toEqual([expect.stringMatching(`^RecertificationOpened 1 ${ADA},${NINA} 2026-09-09T`)]);
    expect(book.state.tasks[`recertify:${ADA}`]).toMatchObject({
      assignees: ['engineering-manager'],
      role: 'engineering-manager',
      due: book.state.recertification?.deadline,
    });
    expect(book.state.controlStatus['AR-1']?.status).toBe('open');
    const asked = commandsIn(book.rows, mark).filter((line) => line.startsWith('drawbridge recertify'));
    expect(asked).toHaveLength(6);
    expect(await faultsOf(asked)).toEqual([]);
  });

  test('given a round, when one access is reduced and the other removed, then the one is granted anew with less and the other ends', () => {
    const book = inRound();
    const mark = book.mark;
    answer(book, 'ada', 'reduce', 'reader');
    answer(book, 'nina', 'remove');
    expect(story(book, mark)).toEqual([
      `AccessRecertified ${ADA} reduce`,
      `AccessGranted ${ADA} pull`,
      `AccessRecertified ${NINA} remove`,
      `AccessEnded ${NINA} need-ended`,
    ]);
    expect(Object.keys(book.state.tasks).filter((id) => id.startsWith('recertify:'))).toEqual([]);
    expect(book.state.controlStatus['AR-1']?.status).toBe('met');
  });

  test('given a round met with silence, when its deadline is reached, then what nobody confirmed is withdrawn and comes back only by a request that is approved', () => {
    const book = inRound();
    answer(book, 'ada', 'confirm');
    const mark = book.mark;
    book.until('2026-09-10T10:00:00.000Z');
    expect(story(book, mark)).toEqual([`RecertificationLapsed ${NINA}`, `AccessEnded ${NINA} not-recertified`]);
    expect([...book.provider]).toEqual([ADA]);
    expect(book.state.controlStatus['AR-1']?.status).toBe('met');
    doAll(book, requested({ person: 'nina', resource: RESOURCE, profile: 'reader' }));
    expect([...book.provider].sort()).toEqual([ADA, NINA]);
    book.act(manager, { type: 'SetNeeds', person: 'nina', needs: [], reason: 'Over.' });
    expect(book.state.leases[NINA]?.cause).toBe('need-ended');
  });

  test('given an access that is suspended over the deadline, when it is resumed, then it does not come back unconfirmed', () => {
    const book = inRound();
    answer(book, 'ada', 'confirm');
    book.act(as('security'), { type: 'SuspendAccess', person: 'nina', reason: 'Lost laptop.' });
    expect(Object.keys(book.state.tasks)).toContain(`recertify:${NINA}`);
    book.until('2026-09-10T10:00:00.000Z');
    book.act(manager, { type: 'ResumeAccess', person: 'nina', reason: 'Found.' });
    expect([...book.provider]).toEqual([ADA]);
  });

  test('given a complete round, then the next one opens an interval after it, over what is held then', () => {
    const book = inRound();
    answer(book, 'ada', 'confirm');
    answer(book, 'nina', 'remove');
    const mark = book.mark;
    book.until('2026-09-12T10:00:00.000Z');
    expect(story(book, mark)).toEqual([expect.stringMatching(`^RecertificationOpened 2 ${ADA} 2026-09-14T`)]);
  });

  test('given anybody but the owner of the grants, then the answer is refused and nothing changes', () => {
    const book = inRound();
    expect(answer(book, 'ada', 'confirm', undefined, as('vendor-contact'))).toMatchObject({ code: 'NotYourRole' });
    expect(answer(book, 'ada', 'confirm', undefined, as('engineer', 'ada'))).toMatchObject({ code: 'NotYourRole' });
    expect(answer(book, 'ada', 'confirm', undefined, as('security'))).toMatchObject({ code: 'NotYourRole' });
    expect(answer(book, 'ada', 'reduce')).toMatchObject({ code: 'Malformed' });
    expect(answer(book, 'ada', 'reduce', 'maintainer')).toMatchObject({ code: 'Malformed' });
    expect(answer(book, 'ada', 'confirm', 'reader')).toMatchObject({ code: 'Malformed' });
    answer(book, 'ada', 'confirm');
    expect(answer(book, 'ada', 'confirm')).toMatchObject({ code: 'NothingToRecertify' });
    expect(book.state.recertification?.unanswered).toEqual([NINA]);
  });
});
