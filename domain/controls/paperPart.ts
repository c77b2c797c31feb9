import type { PersonId, Role } from '../case/roles.js';
import type { Paper, PaperKind, Signatory } from '../papers/paper.js';
import { own } from '../record.js';
import { type Said, say } from '../say.js';
import { notAfter } from '../time.js';
import type { Part } from './conclude.js';
import type { Scene } from './control.js';

/** Form fields that cite a paper: its id, and the hash of the text from which the answers were read. */
export const paperFields = (what: string) =>
  ({
    paper: { kind: 'paper', ask: `Which registered document is ${what}?` },
    textHash: {
      kind: 'hash',
      optional: true,
      ask: 'SHA-256 of the text these answers were read from. Answers read from another text do not count.',
    },
  }) as const;

/** What the cited paper has to be. */
type PaperWanted = { kind: PaperKind | readonly PaperKind[]; signers: Signatory[]; person?: PersonId };

function signerRole({ state }: Scene, signer: Signatory): Role {
  if (signer === 'vendor') return 'vendor-contact';
  return signer === 'client' ? (state.plan.clientSignatories[0] ?? 'legal') : 'engineer';
}

function wrongPaper(paper: Paper, textHash: string | undefined, wanted: PaperWanted): Said | undefined {
  const kinds: readonly PaperKind[] = typeof wanted.kind === 'string' ? [wanted.kind] : wanted.kind;
  const unnamed = wanted.signers.filter((s) => !paper.signers.includes(s));
  const { id, kind } = paper;
  if (!kinds.includes(kind)) return say('controls.paper-kind', { paper: id, kind, kinds });
  if (wanted.person !== undefined && paper.person !== wanted.person)
    return say('controls.paper-of-another', { paper: id, person: wanted.person });
  if (unnamed.length > 0) return say('controls.paper-signers', { paper: id, signers: unnamed });
  if (textHash !== undefined && textHash !== paper.textHash) return say('controls.paper-text', { paper: id });
  return undefined;
}

/** What the evidence says of a paper, as part of an assessment: it counts only in force, of the right kind and signed by the right parties. */
export function paperPart(scene: Scene, cite: { paper: string; textHash?: string }, wanted: PaperWanted): Part {
  const { owner } = scene.planned;
  const lacks = (what: Said, turn: Role = owner, until?: string): Part => ({
    restsOn: [],
    missing: { what, turn, ...(until === undefined ? {} : { until }) },
  });
  const paper = own(scene.state.papers, cite.paper);
  if (paper === undefined) return lacks(say('controls.paper-unknown', { paper: cite.paper }));
  const wrong = wrongPaper(paper, cite.textHash, wanted);
  if (wrong !== undefined) return lacks(wrong);
  const { id, state, from, until } = paper;
  const unsigned = paper.signers.filter((s) => !paper.signatures.some((g) => g.by === s));
  const [first] = unsigned;
  if (state === 'draft') return lacks(say('controls.paper-draft', { paper: id }));
  if (state === 'expired' || state === 'revoked' || state === 'superseded')
    return lacks(say('controls.paper-ended', { paper: id, state }));
  if (until !== undefined && notAfter(until, scene.now))
    return lacks(say('controls.paper-ended', { paper: id, state: 'expired' }));
  if (first !== undefined)
    return lacks(say('controls.paper-unsigned', { paper: id, signers: unsigned }), signerRole(scene, first));
  if (state !== 'in-force') return lacks(say('controls.paper-ahead', { paper: id, from }), owner, from);
  return { restsOn: [`paper:${id}@${paper.textHash}`], ...(until === undefined ? {} : { until }) };
}
