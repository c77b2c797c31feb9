import type { Lease, WayIn } from '../../domain/access/lease.js';
import { fromRef } from '../../domain/access/resources.js';
import { heldForOthers, type OtherWant } from '../../domain/access/sharedPlace.js';
import type { EffectOutcome } from '../../domain/case/effects.js';
import { ranksAt } from '../../providers/access/order.js';
import type { AccessTarget, Observed, Way } from '../../providers/access/port.js';
import type { Store } from '../../store/contract.js';

type Seen = Omit<
  Extract<EffectOutcome, { kind: 'access-seen' }>,
  'kind' | 'lease' | 'intent' | 'attempts' | 'acted' | 'providerRequests'
>;

/** What was looked at, for which access of a case, and what other cases grant there. */
export type Look = {
  caseId: string;
  lease: Pick<Lease, 'person' | 'resource' | 'permission' | 'want'>;
  intent: 'open' | 'close' | 'look';
  target: AccessTarget;
  observed: Observed;
  others: readonly OtherWant[];
};

/** What is reported of a look: what was seen, what of it others grant, under which other names than before, and what is no more. */
export async function seenAs(people: Pick<Store['people'], 'carryCorrection'>, look: Look): Promise<Seen> {
  const { caseId, lease, target, observed } = look;
  if (observed.state === 'gone') return { seen: 'absent', gone: observed.what };
  const { account, place, lapsedInvitation } = observed;
  const { provider } = fromRef(lease.resource);
  const renamed =
    account.name === target.account.name
      ? undefined
      : await people.carryCorrection(
          caseId,
          { of: lease.person, by: lease.person },
          { accounts: { [provider]: { name: account.name, id: account.id } } },
        );
  return {
    ...standing(look, observed),
    ...(lapsedInvitation && { lapsedInvitation }),
    ...(place.name !== target.place.name && { place }),
    ...(renamed && { details: renamed.person.details, people: [renamed.person] }),
  };
}

/** How the account stands, for this case: what another one grants beyond it is not this one's to hold or to close. */
export function standing(
  { lease, intent, others }: Pick<Look, 'lease' | 'intent' | 'others'>,
  { state, permission, ways }: Exclude<Observed, { state: 'gone' }>,
): Pick<Seen, 'seen' | 'permission' | 'ways' | 'others'> {
  const wanted = lease.want === 'present' ? lease.permission : undefined;
  const rank = ranksAt(fromRef(lease.resource).provider);
  const most = heldForOthers({ state, ...(permission !== undefined && { permission }) }, wanted, others, rank);
  if (most !== undefined) {
    const held = { others: { cases: casesOf(others), permission: most.permission } };
    return wanted === undefined ? { seen: 'others', ...held } : { seen: state, permission: wanted, ...held };
  }
  return {
    seen: state,
    ...(permission !== undefined && { permission }),
    ...(intent === 'close' && ways.length > 0 && { ways: ways.map(waySeen) }),
  };
}

const casesOf = (others: readonly OtherWant[]): string[] => [...new Set(others.map(({ caseId }) => caseId))].sort();

/** By which way somebody comes in; what it gives is told of all of them together. */
const waySeen = ({ by, through }: Way): WayIn => ({ by, ...(through !== undefined && { through }) });
