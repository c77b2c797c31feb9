import {
  draftFaults,
  draftWarnings,
  idFor,
  type PaperDraft,
  titleOfFile,
  usualSigners,
} from '../../web/screens/documents/draftPaper.js';
import { type Paper, shortHash, signersOf, waitsFor, whySigned } from '../../web/screens/documents/paperWords.js';

const parties = { vendor: 'Bałtyk AI', client: 'Meridian', names: { 'p-ada': 'Ada Nowak' } };
const draft: PaperDraft = {
  kind: 'nda',
  title: 'NDA',
  textHash: 'a',
  signers: ['client', 'vendor'],
  from: '2026-09-01',
};
const paper: Paper = {
  ...{ id: 'nda', kind: 'nda', title: 'NDA', textHash: 'a', state: 'sent', signers: ['client', 'vendor'] },
  ...{ signatures: [], from: '2026-09-01T00:00:00.000Z', registeredBy: 'p-legal' },
};

test.each([
  ['master-agreement', undefined, ['client', 'vendor']],
  ['contributor-assignment', 'p-ada', ['p-ada']],
  ['contributor-assignment', undefined, []],
  ['deletion-certificate', undefined, ['vendor']],
  ['insurance-certificate', undefined, []],
  ['unheard-of', undefined, []],
])('%s of %s is usually signed by %j', (kind, person, signers) => {
  expect(usualSigners(kind, person)).toEqual(signers);
});

test.each([
  ['Assignment of rights, Ada Nowak', [], 'assignment-of-rights-ada-nowak'],
  ['NDA', ['nda', 'nda-2'], 'nda-3'],
  ['Załącznik nr 3', [], 'zaacznik-nr-3'],
  ['附件', [], 'document'],
  ['x'.repeat(90), [], 'x'.repeat(60)],
])('%s beside %j is registered as %s', (title, taken, id) => {
  expect(idFor(title, taken)).toBe(id);
});

test('a file name is a title without its ending', () => {
  expect(titleOfFile('Contributor_assignment-Ada v2.pdf')).toBe('Contributor assignment Ada v2');
});

test('given a draft that is whole, then nothing is wrong with it', () => {
  expect([draftFaults(draft), draftWarnings(draft, [])]).toEqual([{}, []]);
});

test('given a draft that lacks everything, then each field says what it wants', () => {
  expect(draftFaults({ kind: '', title: ' ', textHash: '', signers: [], from: '' })).toEqual({
    textHash: 'Add the file.',
    kind: 'Say what it is.',
    title: 'Give it a title.',
    from: 'Say from when it applies.',
  });
});

test('given an assignment, then it names the person, and the person signs', () => {
  const assignment = { ...draft, kind: 'contributor-assignment', signers: ['vendor'] };
  expect(draftFaults(assignment)).toEqual({ person: 'Say whose rights it assigns.' });
  expect(draftFaults({ ...assignment, person: 'p-ada' })).toEqual({
    signers: 'An assignment is signed by the person whose rights it assigns.',
  });
  expect(draftFaults({ ...assignment, person: 'p-ada', signers: ['p-ada'] })).toEqual({});
});

test('given an end before the start, then it says so; the day itself is whole', () => {
  expect(draftFaults({ ...draft, until: '2026-08-31' })).toEqual({ until: 'It ends before it starts.' });
  expect(draftFaults({ ...draft, until: '2026-09-01' })).toEqual({});
});

test('given slips that may be meant, then they are told', () => {
  expect(draftWarnings({ ...draft, supersedes: 'nda' }, [paper])).toEqual([
    'This very file is registered already: NDA.',
    'The new version has the same text as the old one.',
  ]);
  expect(draftWarnings({ ...draft, signers: [] }, [])).toEqual([
    'Documents of this kind count only when both sides sign.',
  ]);
  expect(draftWarnings({ ...draft, kind: 'deletion-certificate', signers: [] }, [])).toEqual([
    'Documents of this kind count only when the vendor signs.',
  ]);
  expect(draftWarnings({ ...draft, kind: 'insurance-certificate' }, [])).toEqual([
    'Usually nobody of the case signs this: it is in force once it is sent.',
  ]);
});

test('given one of two signatures, then the other side is waited for by name', () => {
  const signature = { by: 'client', personId: 'p-legal', at: '2026-09-02T08:00:00.000Z' };
  const half = { ...paper, signatures: [signature] };
  expect(signersOf(half)).toEqual([
    { signer: 'client', signature },
    { signer: 'vendor', signature: undefined },
  ]);
  expect([waitsFor(half, parties), waitsFor({ ...half, state: 'draft' }, parties)]).toEqual([
    'Waits for Bałtyk AI',
    '',
  ]);
  expect(waitsFor({ ...paper, signers: ['client', 'p-ada'] }, parties)).toBe('Waits for Meridian and Ada Nowak');
});

test('why somebody is asked to sign is said with the names of the case', () => {
  expect(whySigned({ ...paper, kind: 'contributor-assignment', person: 'p-ada' }, parties)).toBe(
    'It passes the rights in what Ada Nowak makes in this project on to Meridian; without it nobody gets access to the repositories.',
  );
  expect(shortHash('0123456789abcdef')).toBe('0123 4567');
});
