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

test('given an unknown person found at a provider, then RF-3 is raised on the case', () => {
  const surveys = { 'client/claims': { at: NOW, attempts: 0, unknownAccounts: ['p-unknown'] } };
  expect(raised({ state: { surveys } })).toEqual([
    {
      reason: say('RF-3.unknown-accounts', {
        accounts: [say('RF-3.unknown-account', { person: 'p-unknown', resource: 'client/claims' })],
      }),
    },
  ]);
});

test('given nothing declared yet, then RF-3 is not raised', () => {
  expect(raisedIn('RF-3', { controls, people: [person(WHO.ana, { employer: 'Shadow' })] })).toEqual([]);
});
