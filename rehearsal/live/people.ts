import { CLIENT_ROLES } from '../../domain/case/roles.js';
import type { CaseFile } from '../../policy/caseSchema.js';

/** Somebody of a case file whom one can be in a rehearsal. */
export type PersonOfFile = { name: string; email: string; role: string };

/** Everybody whom a case file names, the client's people first, each once. */
export function peopleOf({ client, vendor, engineers }: CaseFile): PersonOfFile[] {
  const ofClient = CLIENT_ROLES.flatMap((role) =>
    (client.people[role] ?? []).map(({ name, email }) => ({ name, email, role })),
  );
  const { name, email } = vendor.contact;
  const ofVendor = engineers.map((one) => ({ name: one.name, email: one.email, role: 'engineer' }));
  const all = [...ofClient, { name, email, role: 'vendor-contact' }, ...ofVendor];
  return all.filter((one, i) => all.findIndex((other) => other.email === one.email) === i);
}
