import { refOf } from '../../../domain/access/resources.js';
import { outlookOf } from '../../../domain/accessRequests/outlook.js';
import type { HumanCommand } from '../../../domain/case/commands.js';
import type { Resource } from '../../../domain/case/intake.js';
import type { Actor } from '../../../domain/case/roles.js';
import { DAY_MS, plusMs } from '../../../domain/time.js';
import { decide, doAll, requested } from '../../support/domain/acts.js';
import { as, Book } from '../../support/domain/book.js';
import { API, API_REF, MODEL, withApi } from '../../support/domain/secondRepository.js';
import { atWork } from '../../support/domain/wayToWork.js';

const REQUEST = `access-request:ada/${API_REF}`;
const manager = as('engineering-manager');
const contact = as('vendor-contact');
const security = as('security');
const ada = as('engineer', 'ada');

const request = (change: Partial<Extract<HumanCommand, { type: 'RequestAccess' }>> = {}): HumanCommand => ({
  type: 'RequestAccess',
  person: 'ada',
  resource: API_REF,
  profile: 'contributor',
  task: 'Serves forecasts',
  reason: 'The serving path is hers.',
  ...change,
});
const asks = (book: Book, by: Actor = ada, change = {}) => {
  const outcome = book.act(by, request(change));
  return outcome.status === 'refused' ? [outcome.code, outcome.said.code] : outcome.events;
};
const decides = (book: Book, by: Actor, decision: 'approve' | 'reject' | 'return' = 'approve', approval = REQUEST) => {
  const act = decide(by, approval, decision, 'Seen.');
  const outcome = book.act(by, act.command(book));
  return outcome.status === 'refused' ? outcome.code : outcome.events;
};
const held = (book: Book): string[] => [...book.provider].sort();
const AT_WORK = [`ada/${MODEL}`, `nina/${MODEL}`];
const endOf = (book: Book, resource: string) => book.state.leases[`ada/${resource}`]?.notAfter;

describe('a request for access', () => {
  test('given a resource that is added, then nobody reaches it, and its owner alone decides on who does', () => {
    const book = withApi('ada');
    expect(held(book)).toEqual(AT_WORK);
    expect(asks(book)).toEqual(['ApprovalRequested']);
    expect(book.state.tasks[`decide:${REQUEST}`]).toMatchObject({ assignees: ['security'], role: 'security' });
    for (const by of [manager, as('procurement'), as('executive'), contact, ada])
      expect(decides(book, by)).toBe('NotYourRole');
    expect(held(book)).toEqual(AT_WORK);
    expect(decides(book, security)).toEqual(['ApprovalGiven', 'ApprovalCompleted', 'AccessRequestApproved']);
    expect(held(book)).toEqual([`ada/${API_REF}`, ...AT_WORK]);
  });

  test('given no owner, then the engineering manager decides, but not on what they asked for', () => {
    const book = atWork();
    const more = { resource: MODEL, profile: 'maintainer' };
    expect(asks(book, manager, more)).toEqual(['RequesterMayNotDecide', 'access-request.nobody-else']);
    expect(asks(book, contact, more)).toEqual(['ApprovalRequested']);
    expect(decides(book, manager, 'approve', `access-request:ada/${MODEL}`)).toContain('AccessRequestApproved');
    expect(book.state.leases[`ada/${MODEL}`]?.permission).toBe('maintain');
  });

  test('given an owner who lends their vote, then the delegate decides, and the asker is no delegate', () => {
    const book = withApi('ada');
    asks(book, manager);
    const lend = (to: string): HumanCommand => ({
      type: 'Delegate',
      role: 'security',
      to,
      until: '2026-09-10',
      reason: 'On leave.',
    });
    expect(book.act(security, lend('engineering-manager'))).toMatchObject({ code: 'DelegateIsRequester' });
    book.act(security, lend('privacy'));
    expect(decides(book, as('privacy'))).toContain('AccessRequestApproved');
  });

  test('given a delegate who asks then, then neither they nor the asker’s delegate decide', () => {
    const book = withApi('ada');
    book.act(security, {
      type: 'Delegate',
      role: 'security',
      to: 'engineering-manager',
      until: '2026-09-10',
      reason: 'On leave.',
    });
    asks(book, manager);
    expect(book.state.tasks[`decide:${REQUEST}`]?.assignees).toEqual(['security']);
    expect([decides(book, manager), held(book)]).toEqual(['RequesterMayNotDecide', AT_WORK]);
  });

  test('given other people of the owner’s role, then they do not decide, nor who was lent their vote', () => {
    const book = new Book();
    book.act(as('procurement'), {
      type: 'ChangeScope',
      add: [{ ...API, owner: 'legal-2' }],
      reason: 'Forecasts are served.',
    });
    doAll(book, [
      { name: 'accept', by: manager, command: () => ({ type: 'AcceptPerson', person: 'ada', reason: 'Good.' }) },
    ]);
    asks(book, contact);
    expect(book.state.tasks[`decide:${REQUEST}`]?.assignees).toEqual(['legal-2']);
    book.act(as('legal'), { type: 'Delegate', role: 'legal', to: 'privacy', until: '2026-09-10', reason: 'On leave.' });
    expect([decides(book, as('legal')), decides(book, as('privacy'))]).toEqual(['NotYourRole', 'NotYourRole']);
    expect(decides(book, as('legal', 'legal-2'))).toContain('AccessRequestApproved');
  });

  test('given a request that nobody decides on, when its business hours are over, then it lapses, is told, and nothing opens', () => {
    const book = withApi('ada');
    asks(book);
    const due = book.state.approvals[REQUEST]?.due ?? '';
    const mark = book.mark;
    book.until(plusMs(due, -1));
    expect(book.since(mark, 'AccessRequestEnded', 'ApprovalEscalated')).toEqual([]);
    book.until(due);
    expect(book.since(mark, 'AccessRequestEnded')).toEqual([
      {
        type: 'AccessRequestEnded',
        approval: REQUEST,
        person: 'ada',
        resource: API_REF,
        askedBy: 'ada',
        how: 'lapsed',
      },
    ]);
    const told = book.since(mark, 'LetterQueued').flatMap((e) => (e.type === 'LetterQueued' ? [e.to] : []));
    expect(told).toEqual(expect.arrayContaining(['ada', 'security', 'vendor-contact']));
    expect([decides(book, security), held(book)]).toEqual(['UnknownApproval', AT_WORK]);
  });

  test('given a paused case, then the hours stand still, and go on once it is resumed', () => {
    const book = withApi('ada');
    asks(book);
    const due = book.state.approvals[REQUEST]?.due ?? '';
    book.act(as('procurement'), { type: 'PauseCase', reason: 'The budget is frozen.' });
    book.until(plusMs(due, DAY_MS));
    expect(book.state.approvals[REQUEST]?.status).toBe('asked');
    book.act(as('executive'), { type: 'ResumeCase', reason: 'The budget is back.' });
    expect((book.state.approvals[REQUEST]?.due ?? '') > book.now).toBe(true);
  });

  test('given a decline, when it is asked again, then the rejection is shown, whoever asks', () => {
    const book = withApi('ada');
    asks(book);
    expect(decides(book, security, 'reject')).toEqual(['ApprovalRejected']);
    expect(asks(book, contact)).toEqual(['ApprovalRequested']);
    expect(book.state.approvals[REQUEST]?.rejections).toMatchObject([{ by: 'security', reason: 'Seen.' }]);
  });

  test('given somebody who asked and took it back, when another asks for the same, then the first does not decide it', () => {
    const book = withApi('ada');
    book.act(security, { type: 'Delegate', role: 'security', to: 'privacy', until: '2026-09-10', reason: 'On leave.' });
    asks(book, manager);
    book.act(manager, { type: 'WithdrawAccessRequest', person: 'ada', resource: API_REF, reason: 'Let others ask.' });
    asks(book, contact);
    expect(book.state.approvals[REQUEST]?.requesters).toEqual(['engineering-manager', 'vendor-contact']);
    decides(book, security);
    expect(book.state.accessAskers).toEqual({});
  });

  test('given a request, then its asker alone takes it back, once', () => {
    const book = withApi('ada');
    asks(book, contact);
    const back: HumanCommand = { type: 'WithdrawAccessRequest', person: 'ada', resource: API_REF, reason: 'Done.' };
    expect(book.act(ada, back)).toMatchObject({ code: 'NotYourRole' });
    expect(book.act(contact, back)).toMatchObject({ events: ['AccessRequestEnded'] });
    expect(book.act(contact, back)).toMatchObject({ code: 'UnknownApproval' });
  });

  test('given questions, then the engineer who asked answers them', () => {
    const book = withApi('ada');
    asks(book);
    expect(decides(book, security, 'return')).toEqual(['ApprovalReturned']);
    expect(book.state.tasks[`answer:${REQUEST}`]).toMatchObject({ assignees: ['ada'], role: 'engineer' });
    const answer: HumanCommand = { type: 'AnswerQuestions', approval: REQUEST, answer: 'For a quarter.' };
    expect(book.act(as('engineer', 'nina'), answer)).toMatchObject({ code: 'NotYourRole' });
    expect(book.act(ada, answer)).toMatchObject({ events: ['QuestionsAnswered'] });
  });

  test.each<[string, (book: Book) => void, string]>([
    [
      'whose person leaves',
      (book) => book.act(contact, { type: 'RecordDeparture', person: 'ada', reason: 'Moves on.' }),
      'access-request.not-accepted',
    ],
    [
      'whose resource is taken out',
      (book) => book.act(as('procurement'), { type: 'ChangeScope', remove: [API_REF], reason: 'In-house.' }),
      'access-request.out-of-scope',
    ],
    [
      'of a case that closes',
      (book) => book.act(as('procurement'), { type: 'CloseCase', reason: 'Done.' }),
      'access-request.case-closing',
    ],
  ])('given a request %s, then it ends undecided', (_, what, code) => {
    const book = withApi('ada');
    asks(book);
    const mark = book.mark;
    what(book);
    expect(book.since(mark, 'AccessRequestEnded')).toMatchObject([{ how: 'moot', reason: { code } }]);
    expect(book.state.approvals[REQUEST]).toBeUndefined();
  });

  test('given what cannot be asked for, then it is refused with what is wrong', () => {
    const book = withApi('ada');
    expect(asks(book, as('engineer', 'nina'))).toEqual(['NotYourRole', 'access-request.own-only']);
    expect(asks(book, as('legal'))).toEqual(['NotYourRole', 'people.not-your-role']);
    expect(asks(book, contact, { person: 'nobody' })).toEqual(['UnknownPerson', 'people.not-on-roster']);
    expect(asks(book, contact, { person: 'constructor' })).toEqual(['UnknownPerson', 'people.not-on-roster']);
    expect(asks(book, ada, { resource: 'github:meridian/none' })).toEqual([
      'UnknownResource',
      'people.unknown-resource',
    ]);
    expect(asks(book, ada, { profile: 'toString' })).toEqual(['Malformed', 'people.unknown-profile']);
    asks(book);
    expect(asks(book, contact)).toEqual(['DuplicateId', 'approvals.already-requested']);
  });
});

describe('what is asked for', () => {
  test('given access that would open, then the outlook says on what it rests; without its log, what is missing and what would be lost', () => {
    const book = withApi('ada');
    asks(book);
    const access = book.state.approvals[REQUEST]?.access;
    if (access === undefined) throw new Error('It was not asked for.');
    expect(outlookOf(book.state, access, book.now)).toMatchObject({ rests: { permission: 'push' }, losses: [] });
    const unlogged = { ...access, person: 'nina' };
    const outlook = outlookOf(book.state, unlogged, book.now);
    expect(outlook.missing.map(({ cause }) => cause)).toEqual(['control-lapsed']);
    expect(outlook.losses).toEqual([MODEL]);
  });

  test('given one more access that is approved later, then its time runs from the approval, and the others keep theirs', () => {
    const book = withApi('ada');
    const before = endOf(book, MODEL);
    book.after(24 * 3);
    doAll(book, requested({ person: 'ada', resource: API_REF, profile: 'reader' }, contact, security));
    const since = book.state.people.ada?.needs.find((n) => n.resource === API_REF)?.since;
    expect([since, endOf(book, MODEL)]).toEqual([book.now, before]);
  });
});

describe('needs by one person’s act', () => {
  const needs = (book: Book, profile: string, resource = MODEL) => {
    const set: HumanCommand = {
      type: 'SetNeeds',
      person: 'ada',
      needs: [{ resource, profile, task: 'Leads the model' }],
      reason: 'So.',
    };
    const outcome = book.act(manager, set);
    return outcome.status === 'refused' ? [outcome.code, outcome.said.code] : outcome.events;
  };

  test('given a lesser profile, then it is given at once and ends when it would have ended', () => {
    const book = atWork();
    const since = book.state.people.ada?.needs[0]?.since;
    book.after(48);
    expect(needs(book, 'reader')).toEqual(['NeedsSet']);
    expect(book.state.people.ada?.needs).toEqual([
      { resource: MODEL, profile: 'reader', task: 'Leads the model', since },
    ]);
    expect(book.state.leases[`ada/${MODEL}`]?.permission).toBe('pull');
    expect(needs(book, 'contributor')).toEqual(['RequesterMayNotDecide', 'people.needs-widen']);
  });

  test('given a profile of a shorter time-box, when it is narrowed to one of a longer, then it does not last longer', () => {
    const book = atWork();
    doAll(book, requested({ person: 'ada', resource: MODEL, profile: 'maintainer' }));
    const since = book.state.people.ada?.needs[0]?.since;
    expect(needs(book, 'contributor')).toEqual(['NeedsSet']);
    expect(book.state.people.ada?.needs).toEqual([
      { resource: MODEL, profile: 'contributor', task: 'Leads the model', since, maxDays: 90 },
    ]);
  });

  test('given another resource, then it is refused, also for somebody who is only proposed', () => {
    const book = new Book();
    book.act(as('procurement'), { type: 'ChangeScope', add: [API], reason: 'Forecasts are served.' });
    expect(needs(book, 'reader', API_REF)).toEqual(['RequesterMayNotDecide', 'people.needs-widen']);
  });

  test('given a resource that is taken out and added again, then nobody reaches it by that', () => {
    const book = withApi('ada');
    doAll(book, requested({ person: 'ada', resource: API_REF, profile: 'reader' }, contact, security));
    book.act(as('procurement'), { type: 'ChangeScope', remove: [API_REF], reason: 'In-house.' });
    book.act(as('procurement'), { type: 'ChangeScope', add: [API], reason: 'Back again.' });
    expect(held(book)).toEqual(AT_WORK);
  });

  test('given a resource that is replaced, then it keeps its owner; nobody adds what they own', () => {
    const book = withApi('ada');
    const { owner: _left, ...again } = API;
    const change = (add: Resource[]): HumanCommand => ({
      type: 'ChangeScope',
      add,
      remove: [API_REF],
      reason: 'Other data.',
    });
    book.act(as('procurement'), change([{ ...again, kind: 'repository', personalData: false, id: API.id }]));
    expect(book.state.intake.resources.find((r) => refOf(r) === API_REF)?.owner).toBe('security');
    expect(book.act(as('procurement'), change([{ ...API, owner: 'procurement' }]))).toMatchObject({
      said: { code: 'lifecycle.own-resource' },
    });
    expect(book.act(as('procurement'), change([{ ...API, owner: 'ada' }]))).toMatchObject({
      said: { code: 'lifecycle.owner-unknown' },
    });
  });

  test('given a login that is accepted again, then the time-box does not begin anew', () => {
    const book = atWork();
    const since = book.state.people.ada?.needs[0]?.since;
    book.after(24);
    book.act(contact, { type: 'CorrectPerson', person: 'ada', changed: ['accounts'], details: 'd-2', reason: 'Typo.' });
    book.act(manager, { type: 'AcceptPerson', person: 'ada', details: 'd-2', reason: 'Seen.' });
    expect([book.state.people.ada?.account, book.state.people.ada?.needs[0]?.since]).toEqual(['d-2', since]);
  });
});
