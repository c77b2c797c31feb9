import type { Paper } from './paperWords.js';

/** A document that is being added, before it is registered. */
export type PaperDraft = {
  kind: string;
  title: string;
  textHash: string;
  person?: string;
  signers: string[];
  from: string;
  until?: string;
  supersedes?: string;
};

/** Who usually signs which kind; `person`: whom it is about. Nobody signs what third parties issue. */
const USUAL: Record<string, readonly ('client' | 'vendor' | 'person')[]> = {
  'master-agreement': ['client', 'vendor'],
  nda: ['client', 'vendor'],
  dpa: ['client', 'vendor'],
  annex: ['client', 'vendor'],
  'contributor-assignment': ['person'],
  'bridge-letter': ['vendor'],
  'deletion-certificate': ['vendor'],
  'attestation-report': [],
  'insurance-certificate': [],
};

/** Who usually signs a kind of document. */
export const usualSigners = (kind: string, person?: string): string[] =>
  (USUAL[kind] ?? []).flatMap((signer) => (signer !== 'person' ? signer : (person ?? [])));

const ID_MAX = 60;

/** An id of small letters, digits and dashes, made of a title; told from those that are taken. */
export function idFor(title: string, taken: readonly string[]): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, ID_MAX);
  const base = plain === '' ? 'document' : plain;
  const free = (id: string): boolean => !taken.includes(id);
  for (let n = 2, id = base; ; id = `${base}-${n++}`) if (free(id)) return id;
}

/** `Contributor_assignment-Ada v2.pdf` as a title. */
export const titleOfFile = (fileName: string): string =>
  fileName
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[_-]+/g, ' ')
    .trim()
    .slice(0, 200);

/** What is wrong with a draft, by its field; it cannot be registered so. */
export function draftFaults(draft: PaperDraft): Partial<Record<keyof PaperDraft, string>> {
  const { kind, title, textHash, person, signers, from, until } = draft;
  return {
    ...(textHash === '' && { textHash: 'Add the file.' }),
    ...(kind === '' && { kind: 'Say what it is.' }),
    ...(title.trim() === '' && { title: 'Give it a title.' }),
    ...(from === '' && { from: 'Say from when it applies.' }),
    ...(kind === 'contributor-assignment' && person === undefined && { person: 'Say whose rights it assigns.' }),
    ...(kind === 'contributor-assignment' &&
      person !== undefined &&
      !signers.includes(person) && { signers: 'An assignment is signed by the person whose rights it assigns.' }),
    ...(until !== undefined && from !== '' && until < from && { until: 'It ends before it starts.' }),
  };
}

/** What to look at twice before a draft is registered: it may be meant, and is often a slip. */
export function draftWarnings(draft: PaperDraft, papers: readonly Paper[]): string[] {
  const twin = papers.find(({ textHash }) => textHash === draft.textHash && draft.textHash !== '');
  const usual = usualSigners(draft.kind, draft.person);
  const lacking = usual.filter((signer) => !draft.signers.includes(signer));
  const old = papers.find(({ id }) => id === draft.supersedes);
  return [
    ...(twin === undefined ? [] : [`This very file is registered already: ${twin.title}.`]),
    ...(lacking.length > 0 && draft.kind !== 'contributor-assignment'
      ? [
          `Documents of this kind count only when ${lacking.length > 1 ? 'both sides sign' : `the ${lacking[0]} signs`}.`,
        ]
      : []),
    ...(USUAL[draft.kind]?.length === 0 && draft.signers.length > 0
      ? ['Usually nobody of the case signs this: it is in force once it is sent.']
      : []),
    ...(old !== undefined && old.textHash === draft.textHash
      ? ['The new version has the same text as the old one.']
      : []),
  ];
}
