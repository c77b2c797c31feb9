import { toldAccounts } from '../domain/people/accounts.js';
import { contradictions } from './caseRules.js';
import { type CaseFile, caseFileSchema, type FilePerson } from './caseSchema.js';
import type { Found } from './found.js';
import { type Fault, parseLocated } from './located.js';
import { dotted } from './sentences.js';

/** A case file that was read, and where its parts stand; or what is wrong with it. */
export type ReadCaseFile = { ok: true; file: CaseFile; locate(found: Found): Fault } | { ok: false; faults: Fault[] };

/** Reads a case file; each fault says what is wrong, where, and what would be right. Never throws. */
export function parseCaseFile(content: string): ReadCaseFile {
  const read = parseLocated(content, caseFileSchema, { what: 'case file' });
  if (!read.ok) return read;
  const locate = ({ path, message }: Found): Fault => ({ ...read.at(path), path: dotted(path), message });
  const faults = contradictions(read.value).map(locate);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, file: read.value, locate };
}

/** Everybody that a case file names. */
export const peopleOf = (file: CaseFile): FilePerson[] => [
  ...Object.values(file.client.people)
    .flatMap((people) => people ?? [])
    .map((p) => ({ timeZone: file.client.timeZone, ...p })),
  { timeZone: file.vendor.timeZone, ...file.vendor.contact },
  ...file.engineers.map(({ id, name, email: address, accounts, timeZone: zone }) => ({
    handles: [id],
    name,
    email: address,
    accounts: toldAccounts(accounts),
    timeZone: zone ?? file.vendor.timeZone,
  })),
];
