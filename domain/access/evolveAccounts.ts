import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { change, own, put, without } from '../record.js';
import { type Instant, notAfter } from '../time.js';
import { accountKey, type OutsideAccount } from './account.js';

type AccountFact = Extract<
  CaseEvent,
  { type: 'UnknownAccountFound' | 'AccountDeclared' | 'AccessChangedOutside' | 'OutsideChangeReviewed' }
>;

/** Folds what is asked and said of accounts on repositories, and what was changed there by hand. */
export function evolveAccounts(state: CaseState, event: AccountFact, { at, actor }: RecordedEvent): CaseState {
  switch (event.type) {
    case 'UnknownAccountFound': {
      const { resource, person, permission, answerBy } = event;
      const question = { since: at, answerBy, ...(permission === undefined ? {} : { permission }) };
      return withAccount(state, { resource, person, seenAt: at, question });
    }
    case 'AccountDeclared':
      return declared(state, event, at, actor.personId);
    case 'AccessChangedOutside': {
      const { type: _type, lease, ...found } = event;
      return { ...state, outsideChanges: put(state.outsideChanges ?? {}, lease, { ...found, at }) };
    }
    case 'OutsideChangeReviewed': {
      const { lease, decision, reason } = event;
      const { outsideChanges = {} } = state;
      const keptClosed = { by: actor.personId, at, reason };
      return decision === 'keep-closed'
        ? { ...state, outsideChanges: change(outsideChanges, lease, (one) => ({ ...one, keptClosed })) }
        : { ...state, outsideChanges: without(outsideChanges, lease) };
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}

const withAccount = (state: CaseState, account: OutsideAccount): CaseState => ({
  ...state,
  accounts: put(state.accounts ?? {}, accountKey(account.person, account.resource), account),
});

function declared(
  state: CaseState,
  { resource, person, is, whose, reason }: Extract<AccountFact, { type: 'AccountDeclared' }>,
  at: Instant,
  by: PersonId,
): CaseState {
  const { question: _answered, ...before } = own(state.accounts, accountKey(person, resource)) ?? {
    resource,
    person,
  };
  const said = { is, ...(whose === undefined ? {} : { whose }), by, at, reason };
  const next = withAccount(state, { ...before, declared: said, ...(is === 'vendor' && { vendorsAt: at }) });
  const survey = own(state.surveys, resource);
  // Whoever was known there until now is looked for at once.
  if (is === 'vendor') return survey?.unknownAccounts.includes(person) ? next : lookedAtOnce(next, resource, at);
  if (survey === undefined) return next;
  const unknownAccounts = survey.unknownAccounts.filter((one) => one !== person);
  return { ...next, surveys: put(next.surveys, resource, { ...survey, unknownAccounts }) };
}

function lookedAtOnce(state: CaseState, resource: string, at: Instant): CaseState {
  const survey = own(state.surveys, resource) ?? { at: state.openedAt, attempts: 0, unknownAccounts: [] };
  return { ...state, surveys: put(state.surveys, resource, { ...survey, nextAttemptAt: at }) };
}

/**
 * Once somebody is accepted or rejected for the vendor, what was asked of their account is answered, or is to be asked of a
 * stranger: a look at once says which. A rejection answers no question whose time is over: silence about it stands.
 */
export function withoutQuestions(
  state: CaseState,
  person: PersonId,
  at: Instant,
  because: 'accepted' | 'rejected',
): CaseState {
  let next = state;
  for (const [key, { question, ...account }] of Object.entries(state.accounts ?? {})) {
    if (account.person !== person || question === undefined) continue;
    if (because === 'rejected' && notAfter(question.answerBy, at)) continue;
    const { accounts = {} } = next;
    const left = account.declared === undefined ? without(accounts, key) : put(accounts, key, account);
    next = lookedAtOnce({ ...next, accounts: left }, account.resource, at);
  }
  return next;
}

/** What was declared of somebody who is accepted for the vendor holds no more; that they were once said to be the vendor's stays on record. */
export function withoutDeclarations(state: CaseState, person: PersonId, at: Instant): CaseState {
  let next = state;
  for (const [key, { declared, ...account }] of Object.entries(state.accounts ?? {})) {
    if (account.person !== person || declared === undefined) continue;
    const { accounts = {} } = next;
    const isWorthKeeping = account.vendorsAt !== undefined || account.question !== undefined;
    const left = isWorthKeeping ? put(accounts, key, account) : without(accounts, key);
    next = lookedAtOnce({ ...next, accounts: left }, account.resource, at);
  }
  return next;
}
