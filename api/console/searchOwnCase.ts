import type { Searched } from '../../contract/console/search.js';
import { caseViewOf, engineerViewOf } from '../../presentation/views/caseView.js';
import { seenByEngineer, seenByVendor } from '../../presentation/views/vendorView.js';
import type { ActingIdentity } from '../../store/contract.js';
import { caseNow } from '../caseClock.js';
import { toldOf } from '../logins.js';
import { namesIn } from '../names.js';
import type { ApiParts } from '../parts.js';
import { seeCase } from '../visibility.js';

/** What somebody of the vendor's finds: in the view of their case, and nothing that is not in it. */
export async function searchOwnCase(
  parts: ApiParts,
  identity: ActingIdentity,
  part: string,
  limit: number,
): Promise<Searched> {
  const { store } = parts;
  const { state, head } = await seeCase(store, identity, identity.caseId ?? '');
  const [now, told] = [await caseNow(parts, state), await toldOf(store, state, identity)];
  const { caseId, intake, status } = state;
  const own = engineerViewOf(state, identity.personId, now, told);
  const view =
    identity.role === 'vendor-contact'
      ? seenByVendor(state, caseViewOf(state, head, identity, now, told))
      : own && seenByEngineer(own);
  const wanted = part.toLowerCase();
  const holds = (text: string) => text.toLowerCase().includes(wanted);
  const { title, vendor } = intake;
  const isIt = identity.role === 'vendor-contact' && (holds(title) || holds(vendor.name));
  const people = Object.entries(await namesIn(store, state, view)).filter(([, name]) => holds(name));
  const papers = (view?.papers ?? []).filter((paper) => holds(paper.title));
  return {
    cases: isIt ? [{ caseId, title, vendor: vendor.name, status }] : [],
    vendors: [],
    people: people.slice(0, limit).map(([personId, name]) => ({ personId, name, caseId, caseTitle: title })),
    documents: papers.slice(0, limit).map(({ id: paper, title: of, kind, state: its }) => ({
      caseId,
      caseTitle: title,
      paper,
      title: of,
      kind,
      state: its,
    })),
  };
}
