import fc from 'fast-check';
import { refOf } from '../../domain/access/resources.js';
import type { HumanCommand } from '../../domain/case/commands.js';
import type { CaseEvent, RecordedEvent } from '../../domain/case/events.js';
import type { AccessNeed } from '../../domain/case/intake.js';
import type { Plan } from '../../domain/case/plan.js';
import type { Actor } from '../../domain/case/roles.js';
import { DAY_MS, type Instant, plusMs } from '../../domain/time.js';
import { as, type Book } from '../support/domain/book.js';
import { API, API_REF, MODEL, withApi } from '../support/domain/secondRepository.js';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 15);

const ACTORS: Actor[] = [
  as('engineering-manager'),
  as('procurement'),
  as('security'),
  as('privacy'),
  as('legal'),
  as('vendor-contact'),
  as('engineer', 'ada'),
  as('engineer', 'nina'),
];
const person = fc.constantFrom('ada', 'nina');
const resource = fc.constantFrom(MODEL, API_REF);
const profile = fc.constantFrom('reader', 'contributor', 'maintainer');
const need = fc.record({ resource, profile, task: fc.constantFrom('Builds it', 'Runs it') });
const reason = 'So.';

type Step = (book: Book) => HumanCommand | number;

/** One thing that somebody does about access, or time that passes. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ person, needs: fc.uniqueArray(need, { selector: (n) => n.resource, maxLength: 2 }) }).map(
    (set): Step =>
      () => ({ type: 'SetNeeds', ...set, reason }),
  ),
  {
    weight: 4,
    arbitrary: fc.record({ person, need }).map(
      (ask): Step =>
        () => ({ type: 'RequestAccess', person: ask.person, ...ask.need, reason }),
    ),
  },
  {
    weight: 5,
    arbitrary: fc
      .record({
        which: fc.nat(3),
        decision: fc.constantFrom('approve' as const, 'approve' as const, 'reject' as const, 'return' as const),
      })
      .map(
        ({ which, decision }): Step =>
          ({ state }) => {
            const open = Object.values(state.approvals).filter(
              ({ kind, status }) => kind === 'access' && status === 'asked',
            );
            const { id = 'access-request:none', contentHash = '' } = open[which % Math.max(1, open.length)] ?? {};
            return { type: 'Decide', approval: id, contentHash, decision, reason };
          },
      ),
  },
  fc.record({ person, resource }).map(
    (back): Step =>
      () => ({ type: 'WithdrawAccessRequest', ...back, reason }),
  ),
  fc.record({ again: fc.boolean(), owner: fc.constantFrom('security', 'procurement', 'legal', undefined) }).map(
    ({ again, owner }): Step =>
      ({ state }) => {
        const { owner: _its, ...place } = API;
        const add = [{ ...place, ...(owner !== undefined && { owner }) }];
        const isThere = state.intake.resources.some((r) => refOf(r) === API_REF);
        return {
          type: 'ChangeScope',
          ...(again || !isThere ? { add } : {}),
          ...(isThere ? { remove: [API_REF] } : {}),
          reason,
        };
      },
  ),
  fc.constantFrom('privacy', 'engineering-manager', 'procurement').map(
    (to): Step =>
      ({ now }) => ({ type: 'Delegate', role: 'security', to, until: plusMs(now, DAY_MS).slice(0, 10), reason }),
  ),
  fc.record({ person, resource, to: fc.option(profile, { nil: undefined }) }).map(
    ({ to, ...about }): Step =>
      () => ({
        type: 'Recertify',
        ...about,
        decision: to === undefined ? 'confirm' : 'reduce',
        ...(to !== undefined && { profile: to }),
        reason,
      }),
  ),
  person.map(
    (who): Step =>
      ({ state }) => ({
        type: 'AcceptPerson',
        person: who,
        ...(state.people[who]?.details !== undefined && { details: state.people[who]?.details }),
        reason,
      }),
  ),
  fc.constantFrom(1, 20, 24 * 30, 24 * 100).map(
    (hours): Step =>
      () =>
        hours,
  ),
);
const life = fc.array(fc.tuple(step, fc.constantFrom(...ACTORS)), { minLength: 6, maxLength: 24 });

type Agreed = { rank: number; until: Instant };

/** What two people have agreed on, grant by grant, as the ledger alone tells it; and each grant that goes beyond. */
function beyond(rows: readonly RecordedEvent[], plan: Plan): string[] {
  const agreed = new Map<string, Agreed>();
  const asked = new Map<string, { by: string; requesters: string[] }>();
  const voters = new Map<string, string>();
  const owners = new Map<string, string | undefined>();
  const faults: string[] = [];
  const rankOf = (name: string): number => plan.profiles[name]?.gives.github?.rank ?? Number.POSITIVE_INFINITY;
  const ofPermission = (permission: string): number =>
    Object.values(plan.profiles).find(({ gives }) => gives.github?.permission === permission)?.gives.github?.rank ??
    Number.POSITIVE_INFINITY;
  const agree = (who: string, { resource: ref, profile: name }: AccessNeed, at: Instant): void =>
    void agreed.set(`${who}/${ref}`, {
      rank: rankOf(name),
      until: plusMs(at, (plan.profiles[name]?.maxDays ?? 0) * DAY_MS),
    });
  const proposed = new Map<string, AccessNeed[]>();
  const accepted = new Set<string>();
  const fold: { [T in CaseEvent['type']]?: (event: Extract<CaseEvent, { type: T }>, row: RecordedEvent) => void } = {
    CaseOpened: ({ intake }) => {
      for (const { person: who, needs } of intake.engineers) proposed.set(who, needs);
    },
    PersonAccepted: ({ person: who }, { at }) => {
      if (accepted.has(who)) return;
      accepted.add(who);
      for (const one of proposed.get(who) ?? []) agree(who, one, at);
    },
    ApprovalRequested: ({ approval: { id, access, requesters } }) => {
      if (access !== undefined) asked.set(id, { by: access.askedBy, requesters });
    },
    ApprovalGiven: ({ approval, onBehalfOf }, { actor }) => {
      voters.set(approval, actor.personId);
      const ref = approval.slice(approval.indexOf('/') + 1);
      if (asked.has(approval) && (onBehalfOf ?? actor.personId) !== (owners.get(ref) ?? 'engineering-manager'))
        faults.push(`${approval} approved by another than its owner`);
    },
    AccessRequestApproved: ({ approval, person: who, need: one }, { at, actor }) => {
      const { by, requesters } = asked.get(approval) ?? { by: actor.personId, requesters: [] };
      if (by === actor.personId || requesters.includes(actor.personId) || voters.get(approval) !== actor.personId)
        faults.push(`${approval} approved by its asker`);
      agree(who, one, at);
    },
    NeedsSet: ({ person: who, needs }) => {
      for (const ref of [MODEL, API_REF]) if (!needs.some((n) => n.resource === ref)) agreed.delete(`${who}/${ref}`);
    },
    ScopeChanged: ({ change: { add = [], remove = [] } }) => {
      for (const r of add)
        owners.set(refOf(r), r.owner ?? (remove.includes(refOf(r)) ? owners.get(refOf(r)) : undefined));
      for (const ref of remove)
        if (!add.some((r) => refOf(r) === ref)) for (const who of ['ada', 'nina']) agreed.delete(`${who}/${ref}`);
    },
    AccessGranted: ({ lease, permission, notAfter }, { seq }) => {
      const most = agreed.get(lease);
      if (most === undefined || ofPermission(permission) > most.rank || (notAfter ?? '9') > most.until)
        faults.push(`entry ${seq}: ${lease} ${permission} until ${notAfter} goes beyond ${JSON.stringify(most)}`);
    },
  };
  for (const row of rows)
    (fold[row.event.type] as ((event: CaseEvent, row: RecordedEvent) => void) | undefined)?.(row.event, row);
  return faults;
}

test('given any acts on needs, requests and scope by anybody, then no grant goes beyond what two people have agreed on', () => {
  let widened = 0;
  fc.assert(
    fc.property(life, (steps) => {
      const book = withApi('ada', 'nina');
      for (const [what, by] of steps) {
        const next = what(book);
        if (typeof next === 'number') book.after(next);
        else book.act(by, next);
      }
      if (book.since(0, 'AccessRequestApproved').length > 0) widened++;
      expect(beyond(book.rows, book.state.plan)).toEqual([]);
    }),
    { numRuns: RUNS, ...(process.env.PROPERTY_RUNS === undefined ? { seed: 20_260_901 } : {}) },
  );
  // Lives in which nothing is ever approved would prove nothing.
  expect(widened).toBeGreaterThan(RUNS / 10);
}, 600_000);
