import type { CaseView, EngineerView } from '../../../contract/caseView.js';
import { listed, nameOf, plain } from '../../kit/words.js';

/** A document of a case, as its view tells it. */
export type Paper = CaseView['papers'][number];

/** Kinds of documents as people name them. */
const KINDS: Record<string, string> = {
  'master-agreement': 'Master agreement',
  'contributor-assignment': 'Assignment of rights',
  nda: 'Non-disclosure agreement',
  dpa: 'Data processing agreement',
  'attestation-report': 'Attestation report',
  'bridge-letter': 'Bridge letter',
  annex: 'Annex',
  'insurance-certificate': 'Insurance certificate',
  'deletion-certificate': 'Certificate of return or deletion',
  other: 'Other document',
};

/** Every kind with what a list shows for it. */
export const KIND_CHOICES = Object.entries(KINDS).map(([value, label]) => ({ value, label }));

/** A kind as people name it. */
export const kindName = (kind: string): string => KINDS[kind] ?? plain(kind);

type PaperLook = { is: 'open' | 'waiting' | 'met' | 'late' | 'refused' | 'not-applicable'; word: string };

const STATES: Record<string, PaperLook> = {
  draft: { is: 'open', word: 'Draft, not sent' },
  sent: { is: 'waiting', word: 'Waiting for signatures' },
  signed: { is: 'waiting', word: 'Signed, not in force yet' },
  'in-force': { is: 'met', word: 'In force' },
  expired: { is: 'late', word: 'Expired' },
  revoked: { is: 'refused', word: 'Revoked' },
  superseded: { is: 'not-applicable', word: 'Replaced' },
};

/** The state of a document as a reader takes it in. */
export const stateOfPaper = (state: string): PaperLook => STATES[state] ?? { is: 'waiting', word: plain(state) };

/** True while something can still become of a document. */
export const isLive = ({ state }: Paper): boolean => ['draft', 'sent', 'signed', 'in-force'].includes(state);

/** Parties of a case by name. */
export type Parties = { vendor: string; client: string; names: Record<string, string> };

/** The parties as whoever reads the case may know them. */
export const partiesOf = ({ vendor, client, names }: CaseView | EngineerView): Parties => ({
  vendor: vendor.name,
  client: client.name,
  names,
});

/** Who has to sign: a party by its name, or a person. */
export function signerName(signer: string, { vendor, client, names }: Parties): string {
  if (signer === 'client') return client;
  return signer === 'vendor' ? vendor : nameOf(names, signer);
}

/** Each signer with who signed for it and when; undefined while it waits. */
export const signersOf = ({ signers, signatures }: Paper) =>
  signers.map((signer) => ({ signer, signature: signatures.find(({ by }) => by === signer) }));

/** "Waits for Meridian and Ada Nowak"; empty where nobody is waited for. */
export function waitsFor(paper: Paper, parties: Parties): string {
  if (paper.state !== 'sent') return '';
  const waiting = signersOf(paper).filter(({ signature }) => signature === undefined);
  return waiting.length === 0 ? '' : `Waits for ${listed(waiting.map(({ signer }) => signerName(signer, parties)))}`;
}

/** What a signature on a document of this kind does, in one sentence. */
export function whySigned(paper: Paper, { vendor, client, names }: Parties): string {
  switch (paper.kind) {
    case 'master-agreement':
      return `It is the contract under which ${vendor} works for ${client}.`;
    case 'contributor-assignment':
      return `It passes the rights in what ${paper.person === undefined ? 'its signer makes' : `${nameOf(names, paper.person)} makes`} in this project on to ${client}; without it nobody gets access to the repositories.`;
    case 'nda':
      return 'It binds both sides to keep to themselves what they learn from each other.';
    case 'dpa':
      return `It says what ${vendor} may do with personal data of ${client}.`;
    default:
      return `It belongs to the work of ${vendor} for ${client}.`;
  }
}

/** The first eight digits of a hash: enough to tell two texts apart by eye. */
export const shortHash = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
