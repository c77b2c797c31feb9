import type { Lease } from '../../../domain/access/lease.js';
import type { CaseState } from '../../../domain/case/state.js';
import { whyActive } from '../../../domain/people/active.js';
import type { Said } from '../../../domain/say.js';
import { person, sceneOf, WHO } from '../../support/controls/scene.js';

const left = { [WHO.ana]: person(WHO.ana, { status: 'left' }) };
const why = (state: Partial<CaseState>, who: string = WHO.ana) =>
  whyActive(sceneOf('IP-1', { state: { people: left, ...state } }).state, who);

const lease = (change: Partial<Lease>): Record<string, Lease> => ({
  l: {
    id: 'l',
    person: WHO.ana,
    resource: 'github:client/claims',
    permission: 'push',
    want: 'absent',
    wantSince: '2026-09-01T08:00:00.000Z',
    basis: '',
    seen: 'absent',
    absentAt: '2026-09-01T08:00:00.000Z',
    proofs: [1, 24, 168],
    attempts: 0,
    everOpened: true,
    ...change,
  },
});
const task = {
  id: 't',
  what: { code: 'tasks.drill' },
  assignees: [WHO.ana],
  role: 'engineer',
  openedAt: '2026-09-01T08:00:00.000Z',
} as const;

test.each<[string, Said | undefined, Partial<CaseState>]>([
  ['left and owes nothing', undefined, {}],
  ['was rejected', undefined, { people: { [WHO.ana]: person(WHO.ana, { status: 'rejected' }) } }],
  ['is proposed', { code: 'people.active-roster' }, { people: { [WHO.ana]: person(WHO.ana, { status: 'proposed' }) } }],
  ['is accepted', { code: 'people.active-roster' }, { people: { [WHO.ana]: person(WHO.ana) } }],
  ['is accepted in a closed case', undefined, { status: 'closed', people: { [WHO.ana]: person(WHO.ana) } }],
  ['holds access', { code: 'people.active-access' }, { leases: lease({ want: 'present' }) }],
  ['is owed a proof', { code: 'people.active-access' }, { leases: lease({ proofs: [1, 24] }) }],
  ['has every proof', undefined, { leases: lease({}) }],
  ['holds a task', { code: 'people.active-task' }, { tasks: { t: { ...task, assignees: [WHO.ana] } } }],
])('given somebody who %s, the case needs them: %j', (_, expected, state) => {
  expect(why(state)).toEqual(expected);
});

test('given people of the client and the vendor’s contact, an open case needs them, a closing one too', () => {
  expect(why({}, WHO.legal)).toEqual({ code: 'people.active-role', role: 'legal' });
  expect(why({ status: 'closing' }, WHO.contact)).toEqual({ code: 'people.active-role', role: 'vendor-contact' });
  expect(why({ status: 'closed' }, WHO.legal)).toBeUndefined();
});
