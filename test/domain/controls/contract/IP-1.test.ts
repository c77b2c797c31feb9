import { assess, met, open, paper, ref, refused } from '../../../support/controls/scene.js';

const agreement = paper('msa', { kind: 'master-agreement', signers: ['client', 'vendor'] });
const form = {
  paper: 'msa',
  workMadeForHire: true,
  assignment: 'hereby-assigns',
  effectiveOn: 'commit',
  coversAllWork: true,
  retained: [],
};

test('IP-1 is refused when the assignment takes effect on payment', () => {
  expect(assess('IP-1', { form: { ...form, effectiveOn: 'payment' }, papers: [agreement] })).toEqual(
    refused('The rights pass on payment; they have to pass on creation or commit.'),
  );
});

test('IP-1 is refused with one reason for each term that falls short, whatever the paper', () => {
  const answers = {
    ...form,
    workMadeForHire: false,
    assignment: 'agrees-to-assign',
    coversAllWork: false,
    retained: ['fine-tuned-models', 'derived-data'],
  };
  expect(assess('IP-1', { form: answers })).toEqual(
    refused(
      'The agreement has no work-made-for-hire clause; it needs one beside the assignment.',
      'The agreement does not assign the rights now (agrees-to-assign); it has to say "hereby assigns".',
      'The assignment leaves out some of the results; it has to cover all rights in all of them.',
      'The vendor keeps rights in fine-tuned-models, derived-data; it has to keep nothing.',
    ),
  );
});

test('IP-1 is refused for work made for hire without an assignment, and for an assignment without it', () => {
  expect(assess('IP-1', { form: { ...form, assignment: 'none' }, papers: [agreement] }).status).toBe('refused');
  expect(assess('IP-1', { form: { ...form, workMadeForHire: false }, papers: [agreement] }).status).toBe('refused');
});

test('IP-1 is met by full terms in an agreement in force', () => {
  expect(assess('IP-1', { form, papers: [agreement] })).toEqual(
    met([ref('IP-1', form), `paper:msa@${agreement.textHash}`]),
  );
});

test('IP-1 is met until the agreement ends, and open from that instant on', () => {
  const until = '2026-12-01T00:00:00.000Z';
  const papers = [{ ...agreement, until }];
  expect(assess('IP-1', { form, papers })).toEqual(met([ref('IP-1', form), `paper:msa@${agreement.textHash}`], until));
  expect(assess('IP-1', { form, papers, now: until })).toEqual(open(['The paper msa is expired; cite one in force.']));
});

test.each([
  [{ kind: 'nda' as const }, 'The paper msa is of kind nda; cite one of kind master-agreement.'],
  [{ signers: ['vendor'] }, 'The paper msa is not to be signed by the client; register one that is.'],
  [{ state: 'draft' as const }, 'The paper msa is a draft; send it for signature.'],
  [{ state: 'revoked' as const }, 'The paper msa is revoked; cite one that is in force.'],
  [{ state: 'superseded' as const }, 'The paper msa is superseded; cite one that is in force.'],
])('IP-1 is open while the cited paper does not carry it: %p', (change, missing) => {
  expect(assess('IP-1', { form, papers: [{ ...agreement, ...change }] })).toEqual(open([missing]));
});

test('IP-1 is open while a signature is missing, and it is the turn of whoever has to sign', () => {
  const half = {
    ...agreement,
    state: 'sent' as const,
    signatures: agreement.signatures.filter((s) => s.by === 'vendor'),
  };
  expect(assess('IP-1', { form, papers: [half] })).toEqual(
    open(['The paper msa waits for the signature of the client.'], { turn: 'legal' }),
  );
  expect(assess('IP-1', { form, papers: [{ ...half, signatures: [] }] })).toEqual(
    open(['The paper msa waits for the signature of the client and the vendor.'], { turn: 'legal' }),
  );
});

test('IP-1 is open until the signed agreement comes into force', () => {
  const from = '2026-09-20T00:00:00.000Z';
  expect(assess('IP-1', { form, papers: [{ ...agreement, state: 'signed', from }] })).toEqual(
    open(['The paper msa is not in force before 2026-09-20.'], { until: from }),
  );
});

test('IP-1 is open when the answers were read from another text', () => {
  const other = { ...form, textHash: 'b'.repeat(64) };
  expect(assess('IP-1', { form: other, papers: [agreement] })).toEqual(
    open(['The answers were read from another text than the one registered as msa; read that text and answer again.']),
  );
  expect(assess('IP-1', { form: { ...form, textHash: agreement.textHash }, papers: [agreement] }).status).toBe('met');
});

test('IP-1 is open before anything is supplied', () => {
  expect(assess('IP-1')).toEqual(open(['The IP terms of the agreement are not supplied yet.']));
});
