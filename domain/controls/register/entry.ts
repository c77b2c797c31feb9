import type { PersonId } from '../../case/roles.js';
import type { Said } from '../../say.js';

/** Where an entry comes from: a control and the answer of its form, the case file, or the roster and the person. */
export type Source = { from: string; answer: string };

/** What a company is to the case. */
export const PARTY_ROLES = [
  'client',
  'vendor',
  'subcontractor',
  'sub-processor',
  'model-provider',
  'employer',
  'auditor',
  'screened',
] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** A company or freelancer of the case, with every name under which it was told, its countries and its roles. */
export type Party = {
  name: string;
  alsoWritten: string[];
  countries: (Source & { country: string })[];
  roles: (Source & { role: PartyRole })[];
  /** People of the roster whom it employs. */
  employs: PersonId[];
};

/** The terms on which a tool that receives the client's code, data or prompts is used. */
export type ToolTerms = {
  use: 'coding-assistant' | 'chat' | 'model-api' | 'review-or-test' | 'embedded-in-the-product';
  accountOwner: 'client' | 'vendor' | 'personal';
  noTraining: boolean;
  terms: string;
  logs: 'not-kept' | 'client' | 'vendor' | 'provider';
  logCountry?: string;
  logDays: number;
};

/** An AI tool or third-party model of the case; without `terms` it was named, and nobody has told on what terms. */
export type Tool = { tool: string; provider?: string; terms?: ToolTerms; sources: Source[] };

/** A data set or model of the case: what it is, where it comes from and under which licence. */
export type Material = {
  name: string;
  kind: 'data-set' | 'model';
  origin?: 'client' | 'vendor' | 'public' | 'licensed' | 'hosted-by-a-provider';
  licence?: string;
  /** What was done to the records, and whether they are about people. */
  form?: 'raw' | 'masked' | 'anonymised' | 'synthetic';
  personalData?: boolean;
  sources: Source[];
};

/** Whose account holds something that is made or tuned in the work. */
export type Kept = Source & { material: string; where: string };

/** A country with what brings the work or its data there. `personal`: personal data of the case may be seen from it. */
export type Place = Source & { country: string; because: Said; personal?: true };

/** What is there: everybody and everything that the answers of the case name, each once. */
export type Register = {
  /** Controls whose answers were read. */
  answered: string[];
  parties: Party[];
  tools: Tool[];
  materials: Material[];
  kept: Kept[];
  places: Place[];
};
