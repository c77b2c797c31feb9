import { isOvertaken, type Lease } from '../../domain/access/lease.js';
import { isNews } from '../../domain/access/placeLook.js';
import { type OtherWant, stillWanted } from '../../domain/access/sharedPlace.js';
import type { LookedAt } from '../../domain/case/effects.js';
import type { Instant } from '../../domain/time.js';
import type { AccessProvider, Account, FoundAccount, Listing } from '../../providers/access/port.js';
import type { Store } from '../../store/contract.js';
import { type CaseAtPlace, wantsBesides } from './casesAtPlace.js';
import { seenAs, standing } from './seenAs.js';

type Found = Exclude<Listing, { gone: true }>;
type Told = Omit<LookedAt, 'since'> & { people?: Awaited<ReturnType<typeof seenAs>>['people'] };

/** Where a look happens: the provider's answer, the cases that look after the place, and the place as they know it. */
export type Looking = {
  provider: AccessProvider;
  people: Pick<Store['people'], 'carryCorrection'>;
  cases: CaseAtPlace[];
  listing: Listing;
  now: Instant;
  /** When the place was looked at before. */
  lookedBefore?: Instant;
};

/**
 * Accesses of a case at a place that are not as they were seen last. The list says where to look; what is told was read by a request of
 * its own for that account.
 */
export async function changedLeases(looking: Looking, at: CaseAtPlace) {
  const seen: LookedAt[] = [];
  const people: NonNullable<Told['people']> = [];
  const place = at.state.places?.[at.resource]?.place;
  if (place === undefined) return { seen, people };
  let name = place.name;
  for (const lease of Object.values(at.state.leases)) {
    const account = lease.resource === at.resource ? at.accountOf(lease.person, lease.account) : undefined;
    if (account === undefined || isOvertaken(lease, 'look')) continue;
    const besides = wantsBesides(looking.cases, { caseId: at.caseId, lease: lease.id }, account.id);
    const others = stillWanted(besides, looking.now);
    if (!differs(lease, account, { ...looking, others, name })) continue;
    const observed = await looking.provider.observe({ place, account });
    const look = { caseId: at.caseId, lease, intent: 'look' as const, target: { place, account }, observed, others };
    const { people: renamed = [], ...told } = await seenAs(looking.people, look);
    const isChanged = isNews(lease, told) || renamed.length > 0 || told.gone !== undefined || told.place !== undefined;
    if (!isChanged) continue;
    if (observed.state !== 'gone') name = observed.place.name;
    people.push(...renamed);
    const { attempts, wantSince, seenAt } = lease;
    const { lookedBefore } = looking;
    const asBefore =
      seenAt !== undefined && lookedBefore !== undefined && lookedBefore > seenAt ? { asBefore: lookedBefore } : {};
    seen.push({ lease: lease.id, ...told, providerRequests: 1, since: { attempts, wantSince }, ...asBefore });
  }
  return { seen, people };
}

type Beside = { listing: Listing; others: OtherWant[]; name: string };

/** True where the list shows an access otherwise than it was seen last, under another name, or the place itself so. */
function differs(lease: Lease, account: Account, { listing, others, name }: Beside): boolean {
  if ('gone' in listing) return lease.want === 'present' || lease.seen !== 'absent';
  const found = listing.accounts.find((one) => one.account.id === account.id);
  // The account that Drawbridge acts as is nobody's to close.
  if (found?.own) return false;
  if (found !== undefined && found.account.name !== account.name) return true;
  if (lease.want === 'present' && listing.place.name !== name) return true;
  return isNews(lease, standing({ lease, intent: 'look', others }, heldBy(listing, found)));
}

const heldBy = ({ place }: Found, found: FoundAccount | undefined) =>
  found === undefined
    ? { state: 'absent' as const, ways: [], account: { id: '', name: '' }, place }
    : { ...found, place };
