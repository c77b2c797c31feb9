import type { PersonId, Role } from '../case/roles.js';
import type { Paper, PaperKind, Signatory } from '../papers/paper.js';
import { notAfter } from '../time.js';
import type { Part } from './conclude.js';
import type { Scene } from './control.js';

/** Form fields that cite a paper: its id, and the hash of the text from which the answers were read. */
export const paperFields = (what: string) =>
  ({
    paper: { kind: 'paper', ask: `Which registered paper is ${what}?` },
    textHash: {
      kind: 'hash',
      optional: true,
      ask: 'SHA-256 of the text these answers were read from; answers read from another text do not count.',
    },
  }) as const;

/** What the cited paper has to be. */
type PaperWanted = { kind: PaperKind | readonly PaperKind[]; signers: Signatory[]; person?: PersonId };

const word = (s: Signatory): string => (s === 'client' || s === 'vendor' ? `the ${s}` : s);

function signerRole({ state }: Scene, signer: Signatory): Role {
  if (signer === 'vendor') return 'vendor-contact';
  return signer === 'client' ? (state.plan.clientSignatories[0] ?? 'legal') : 'engineer';
}

function wrongPaper(paper: Paper, textHash: string | undefined, wanted: PaperWanted): string | undefined {
  const { id } = paper;
  const kinds: readonly PaperKind[] = typeof wanted.kind === 'string' ? [wanted.kind] : wanted.kind;
  if (!kinds.includes(paper.kind))
    return `The paper ${id} is of kind ${paper.kind}; cite one of kind ${kinds.join(' or ')}.`;
  if (wanted.person !== undefined && paper.person !== wanted.person)
    return `The paper ${id} is not about ${wanted.person}; cite the one that is.`;
  const unnamed = wanted.signers.filter((s) => !paper.signers.includes(s));
  if (unnamed.length > 0)
    return `The paper ${id} is not to be signed by ${unnamed.map(word).join(' and ')}; register one that is.`;
  if (textHash !== undefined && textHash !== paper.textHash)
    return `The answers were read from another text than the one registered as ${id}; read that text and answer again.`;
  return undefined;
}

/** What the evidence says of a paper, as part of an assessment: it counts only in force, of the right kind and signed by the right parties. */
export function paperPart(scene: Scene, cite: { paper: string; textHash?: string }, wanted: PaperWanted): Part {
  const { owner } = scene.planned;
  const lacks = (what: string, turn: Role = owner, until?: string): Part => ({
    restsOn: [],
    missing: { what, turn, ...(until === undefined ? {} : { until }) },
  });
  const paper = scene.state.papers[cite.paper];
  if (paper === undefined) return lacks(`There is no paper ${cite.paper} in this case; register it.`);
  const wrong = wrongPaper(paper, cite.textHash, wanted);
  if (wrong !== undefined) return lacks(wrong);
  const { id, state, from, until } = paper;
  const [first, ...more] = paper.signers.filter((s) => !paper.signatures.some((g) => g.by === s));
  if (state === 'draft') return lacks(`The paper ${id} is a draft; send it for signature.`);
  if (state === 'expired' || state === 'revoked' || state === 'superseded')
    return lacks(`The paper ${id} is ${state}; cite one that is in force.`);
  if (until !== undefined && notAfter(until, scene.now)) return lacks(`The paper ${id} is expired; cite one in force.`);
  if (first !== undefined)
    return lacks(
      `The paper ${id} waits for the signature of ${[first, ...more].map(word).join(' and ')}.`,
      signerRole(scene, first),
    );
  if (state !== 'in-force') return lacks(`The paper ${id} is not in force before ${from.slice(0, 10)}.`, owner, from);
  return { restsOn: [`paper:${id}@${paper.textHash}`], ...(until === undefined ? {} : { until }) };
}
