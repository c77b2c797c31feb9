import { timeBoxEnd } from '../../../domain/access/needs.js';
import { refOf } from '../../../domain/access/resources.js';
import type { CaseEvent, RecordedEvent } from '../../../domain/case/events.js';
import type { AccessNeed } from '../../../domain/case/intake.js';
import type { CaseState } from '../../../domain/case/state.js';
import { DAY_MS, type Instant, plusMs } from '../../../domain/time.js';
import { API_REF, MODEL } from './secondRepository.js';

type Agreed = { rank: number; until: Instant };

/** What two people have agreed on, grant by grant, as the ledger alone tells it; and each grant and need that goes beyond. */
export function beyondAgreed(
  rows: readonly RecordedEvent[],
  { plan, people }: Pick<CaseState, 'plan' | 'people'>,
): string[] {
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
  // Papers may end a grant earlier than its time-box: what it could come to is held against the agreement too.
  for (const { id, status, needs } of Object.values(people))
    for (const one of status === 'accepted' ? needs : []) {
      const most = agreed.get(`${id}/${one.resource}`);
      const end = timeBoxEnd(plan, one);
      if (most === undefined || rankOf(one.profile) > most.rank || end > most.until)
        faults.push(`${id} needs ${one.profile} on ${one.resource} until ${end}, beyond ${JSON.stringify(most)}`);
    }
  return faults;
}
