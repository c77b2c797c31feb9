import type { CaseCommand } from '../../../domain/case/commands.js';
import type { EffectOutcome } from '../../../domain/case/effects.js';
import type { CaseEvent } from '../../../domain/case/events.js';
import { type Actor, SYSTEM } from '../../../domain/case/roles.js';
import type { CaseState } from '../../../domain/case/state.js';
import { evolve } from '../../../domain/decider/evolve.js';
import { handle } from '../../../domain/decider/handle.js';
import { as } from '../../support/domain/book.js';
import { ADA, lookedAt } from '../../support/domain/outcomes.js';

const { state: atWork, now } = lookedAt();
const REPOSITORY = 'github:meridian/eta-model';
let commands = 0;

/** What one command comes to, with nothing of what would follow from it in the world. */
function after(state: CaseState, command: CaseCommand, actor: Actor = SYSTEM) {
  const commandId = `c-${commands++}`;
  const {
    state: next,
    entries,
    outcome,
  } = handle(state, { commandId, requestHash: '', actor, command }, { now, runId: 'run' });
  return { next, outcome, facts: entries.map(({ event }) => event) };
}

const report = (state: CaseState, outcome: EffectOutcome) =>
  after(state, { type: 'ReportEffect', effectId: `e-${commands}`, outcome });
const accept = (state: CaseState, details: string) =>
  after(state, { type: 'AcceptPerson', person: 'kim', details, reason: 'Met.' }, as('engineering-manager')).outcome;

/** Kim is proposed with a login that stands in d-1. */
const proposed = (): CaseState =>
  after(
    atWork,
    {
      ...{ type: 'ProposePerson', person: 'kim', employer: 'Bałtyk AI', country: 'PL', jobRole: 'ML engineer' },
      ...{ needs: [], details: 'd-1' },
    },
    as('vendor-contact'),
  ).next;
const found = (state: CaseState, of: string, details: string) =>
  report(state, { kind: 'account-identified', person: 'kim', of, details, providers: ['github'] });

describe('a login that is given', () => {
  test('given a provider that was not asked yet, or could not answer, then nobody is accepted by it', () => {
    const no = { code: 'AccountNotIdentified', said: { code: 'people.account-not-asked-for', person: 'kim' } };
    expect(accept(proposed(), 'd-1')).toMatchObject(no);
    const failed = { kind: 'identify-failed', person: 'kim', code: 'ProviderUnavailable', message: 'down' } as const;
    expect(accept(report(proposed(), failed).next, 'd-1')).toMatchObject(no);
  });

  test('given a provider that knows no such login, then nobody is accepted by it', () => {
    const { next } = report(proposed(), { kind: 'account-unknown', person: 'kim', of: 'd-1', providers: ['github'] });
    expect(accept(next, 'd-1')).toMatchObject({
      code: 'AccountNotIdentified',
      said: { code: 'people.account-unknown' },
    });
  });

  test('given its number, then it is accepted with that alone, not as it was told before', () => {
    const { next } = found(proposed(), 'd-1', 'd-2');
    expect(accept(next, 'd-1')).toMatchObject({ code: 'ContentChanged' });
    expect(accept(next, 'd-2')).toMatchObject({ status: 'recorded' });
  });

  test('given another login by then, then what was said of the one before says nothing', () => {
    const { facts, next } = found(proposed(), 'd-0', 'd-2');
    expect([facts, next.people.kim?.identity]).toEqual([[], undefined]);
  });
});

/** Ada was accepted with what is told of her as d-1, and holds access by it. */
function held(): CaseState {
  const lease = atWork.leases[ADA];
  if (lease === undefined) throw new Error('Ada has no lease.');
  const { permission, notAfter } = lease;
  const facts: CaseEvent[] = [
    { type: 'PersonCorrected', person: 'ada', changed: ['accounts'], details: 'd-0', reason: 'Mistyped.' },
    { type: 'AccountIdentified', person: 'ada', of: 'd-0', details: 'd-1', providers: ['github'] },
    { type: 'PersonAccepted', person: 'ada', details: 'd-1', reason: 'Met.' },
    {
      ...{ type: 'AccessGranted', lease: ADA, person: 'ada', resource: REPOSITORY, permission, restsOn: [] },
      ...{ account: 'd-1', notAfter: notAfter ?? now },
    },
  ];
  return facts.reduce(
    (state, event, i) =>
      evolve(state, { seq: atWork.seq + 1 + i, at: now, actor: SYSTEM, commandId: `fact-${i}`, event }),
    atWork,
  );
}
type Seen = Extract<EffectOutcome, { kind: 'access-seen' }>;
const look = (more: Partial<Seen>) =>
  report(held(), {
    ...{ kind: 'access-seen', lease: ADA, intent: 'look', seen: 'present', permission: 'push' },
    ...{ acted: false, providerRequests: 3, ...more },
  });
const ofNames = (facts: CaseEvent[]) => facts.filter(({ type }) => /^(Resource|Account)/.test(type));

describe('a look that finds other names', () => {
  test('given an account under another name, then the access goes on by what is told of it now', () => {
    const { next, facts } = look({ details: 'd-2' });
    expect(ofNames(facts)).toEqual([
      { type: 'AccountIdentified', person: 'ada', of: 'd-1', details: 'd-2', providers: ['github'] },
    ]);
    expect(next.leases[ADA]).toMatchObject({ account: 'd-2', want: 'present' });
  });

  test('given the place under another name, then its number stays and its name is the new one', () => {
    const known = held().places?.[REPOSITORY]?.place;
    const place = { id: known?.id ?? '', name: 'meridian/eta-model-v1' };
    const { next, facts } = look({ place });
    expect(ofNames(facts)).toEqual([{ type: 'ResourceIdentified', resource: REPOSITORY, place }]);
    expect(next.places?.[REPOSITORY]?.place).toEqual(place);
  });

  test('given a place of another number, then nothing is believed of it', () => {
    const { next, facts } = look({ place: { id: 'another', name: 'meridian/other' } });
    expect([ofNames(facts), next.places]).toEqual([[], held().places]);
  });
});
