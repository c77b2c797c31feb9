import { z } from 'zod';
import { ACCESS_STATUSES } from '../domain/access/accessRows.js';
import { names, pageOf, paging, text } from './basics.js';
import { at, lease, outsideAccount } from './parts.js';

export const placesQuery = z.strictObject(paging);
export const placeParams = z.object({
  provider: text(31),
  place: text(300).describe('The number or id that the provider keeps for the place.'),
});
export const placeQuery = z.strictObject({
  ...paging,
  limit: z.coerce.number().int().min(1).max(50).default(20).describe('Cases on a page.'),
});

const caseOf = z.object({ caseId: z.string(), title: z.string(), vendor: z.string() });

const place = z.object({
  provider: z.string(),
  placeId: z.string(),
  name: z.string().describe('What the provider calls it now.'),
  everyHours: z.number().describe('Hours between two looks.'),
  lookedAt: at.optional().describe('The last look that succeeded.'),
  nextLookAt: at.describe('When it is looked at next, unless something asks for it earlier.'),
  failingSince: at.optional().describe('The first of the looks in a row that failed.'),
  code: z.string().optional().describe('Why the last look failed.'),
  unseen: z.array(z.string()).describe('Ways in that the credentials cannot see, as codes.'),
  accounts: z.number().optional().describe('Accounts at the last look that succeeded.'),
  open: z.number().describe('Grants of these cases that were seen there.'),
  unknown: z.number().describe('Accounts of which nobody has said yet whose they are.'),
  caseCount: z.number(),
  cases: z.array(caseOf).describe('Cases that give access there, the first that was opened first; five at most.'),
});
export type PlaceRow = z.infer<typeof place>;

/** Places of open cases, by provider and id. */
export const placesPage = pageOf(place);
export type PlacesPage = z.infer<typeof placesPage>;

const held = lease
  .pick({ id: true, person: true, want: true, wantSince: true, seen: true, seenAt: true, held: true })
  .extend(lease.pick({ permission: true, notAfter: true, cause: true, keptBy: true, others: true }).shape)
  .extend({ status: z.enum(ACCESS_STATUSES).describe('As in the list of access.') });

const ofCase = caseOf.extend({
  resource: z.string().describe('What the case calls the place.'),
  zone: z.string().describe('Time zone of the client.'),
  held: z.array(held).describe('Who holds something by a grant of this case, or did until it is proven gone.'),
  accounts: z
    .array(outsideAccount)
    .describe('Accounts that are there by no grant: declared, or asked about. What one case declares holds for all.'),
});
export type PlaceOfCase = z.infer<typeof ofCase>;

/** A place, case by case: who holds what there, who is known, who is unknown. */
export const placePage = pageOf(ofCase).extend({ place, names });
export type PlacePage = z.infer<typeof placePage>;
