import type { OutsideAccount } from '../../../../domain/access/account.js';
import type { JsonObject } from '../../../../domain/controls/form.js';
import { type Said, say } from '../../../../domain/say.js';
import { flag, judge, raisedIn } from '../../../support/controls/flagged.js';
import { met, NOW, open, person, planned, WHO, type World } from '../../../support/controls/scene.js';

test('RF-3 is refused its clearance while the flag is open: it is the turn of security', () => {
  expect(judge('RF-3', flag('RF-3'))).toEqual(
    open([say('flags.open', { flag: 'RF-3', reason: 'It does not do.' })], { turn: 'security' }),
  );
});

test('RF-3 is met when the flag was never raised or is cleared', () => {
  expect(judge('RF-3')).toEqual(met(['flag:RF-3']));
  expect(judge('RF-3', flag('RF-3', { status: 'cleared' }))).toEqual(met(['flag:RF-3']));
});

const LONG_AGO = '2026-01-01T00:00:00.000Z';
const LATER = '2030-01-01T00:00:00.000Z';

const IP6 = {
  subcontractors: [{ company: 'Helper', country: 'PL', task: 'Labels data.' }],
  countries: [{ country: 'PL' }],
};
const controls = { 'IP-6': { ...planned('IP-6'), lists: { approvedCountries: ['PL', 'US'] } } };
const undisclosed = (...found: Said[]) => say('RF-3.undisclosed', { found });
const raised = (change: World, form: JsonObject = IP6) =>
  raisedIn('RF-3', { controls, evidence: { 'IP-6': form }, ...change });

test('given a roster of the vendor and of declared subcontractors in approved countries, then RF-3 is not raised', () => {
  expect(raised({ people: [person(WHO.ana), person(WHO.ben, { employer: 'Helper', country: 'US' })] })).toEqual([]);
});

test('given somebody of an undeclared company or in a country not approved, then RF-3 is raised on that person', () => {
  const people = [
    person(WHO.ana, { employer: 'Shadow' }),
    person(WHO.ben, { country: 'RU', status: 'proposed' }),
    person('p-gone', { employer: 'Shadow', status: 'left' }),
  ];
  expect(raised({ people })).toEqual([
    { person: WHO.ana, reason: undisclosed(say('RF-3.undeclared-employer', { employer: 'Shadow' })) },
    { person: WHO.ben, reason: undisclosed(say('RF-3.unapproved-country', { country: 'RU' })) },
  ]);
});

const account = { resource: 'github:client/claims', person: 'p-unknown', seenAt: LONG_AGO };
const asked = { ...account, question: { since: LONG_AGO, answerBy: NOW } };
const declared = (is: 'client' | 'vendor') => ({
  ...account,
  declared: { is, by: WHO.ana, at: LONG_AGO, reason: 'We looked.' },
});
const of = { person: 'p-unknown', resource: 'github:client/claims' };
const there = { 'github:client/claims': { at: NOW, attempts: 0, unknownAccounts: ['p-unknown'] } };
const withAccount = (one: OutsideAccount, state: World['state'] = {}) =>
  raised({ state: { accounts: { 'p-unknown/github:client/claims': one }, ...state } });

test('given an unknown account, then RF-3 is raised once the deadline for an answer has come, found there or not', () => {
  expect(withAccount({ ...asked, question: { since: LONG_AGO, answerBy: LATER } }, { surveys: there })).toEqual([]);
  const unanswered = [{ reason: say('RF-3.accounts', { accounts: [say('RF-3.unanswered-account', of)] }) }];
  expect(withAccount(asked)).toEqual(unanswered);
  expect(withAccount(asked, { surveys: there })).toEqual(unanswered);
});

test('given an account that is said to be the vendor’s, then RF-3 is raised while it is there, and once where it is gone', () => {
  const [standing, gone] = ['RF-3.vendors-account', 'RF-3.vendors-account-gone'].map((code) =>
    say('RF-3.accounts', { accounts: [say(code, of)] }),
  );
  expect(withAccount(declared('vendor'), { surveys: there })).toEqual([{ reason: standing }]);
  expect(withAccount(declared('vendor'))).toEqual([{ reason: gone, over: true }]);
  const flags = { 'RF-3': flag('RF-3', { status: 'cleared', clearedAt: NOW }) };
  expect(withAccount(declared('vendor'), { flags })).toEqual([]);
  expect(withAccount(declared('vendor'), { flags, surveys: there })).toEqual([{ reason: standing }]);
  expect(withAccount(declared('client'), { surveys: there })).toEqual([]);
});

test.each([
  ['for three days', '2026-09-07T10:00:00.000Z', 'RF-3.vendors-account-unseen', { over: true }],
  ['for less', '2026-09-07T10:00:00.001Z', 'RF-3.vendors-account', {}],
])(
  'given looks at its resource that have failed %s, then what the last one found stands or not',
  (_how, failingSince, code, over) => {
    const failing = { at: LONG_AGO, attempts: 9, failingSince, unknownAccounts: ['p-unknown'] };
    expect(withAccount(declared('vendor'), { surveys: { 'github:client/claims': failing } })).toEqual([
      { reason: say('RF-3.accounts', { accounts: [say(code, of)] }), ...over },
    ]);
  },
);

test('given a vendor’s account that was declared and never found, then RF-3 is not raised', () => {
  const { seenAt: _never, ...ahead } = declared('vendor');
  expect(withAccount(ahead)).toEqual([]);
});

test('given nothing declared yet, then RF-3 is not raised', () => {
  expect(raisedIn('RF-3', { controls, people: [person(WHO.ana, { employer: 'Shadow' })] })).toEqual([]);
});
