import { say } from '../../../../domain/say.js';
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
    refused(say('IP-1.passes-late', { effectiveOn: 'payment' })),
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
      say('IP-1.no-work-for-hire'),
      say('IP-1.no-present-assignment', { assignment: 'agrees-to-assign' }),
      say('IP-1.not-all-work'),
      say('IP-1.rights-retained', { retained: ['fine-tuned-models', 'derived-data'] }),
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
  expect(assess('IP-1', { form, papers, now: until })).toEqual(
    open([say('controls.paper-ended', { paper: 'msa', state: 'expired' })]),
  );
});

test.each([
  [{ kind: 'nda' as const }, say('controls.paper-kind', { paper: 'msa', kind: 'nda', kinds: ['master-agreement'] })],
  [{ signers: ['vendor'] }, say('controls.paper-signers', { paper: 'msa', signers: ['client'] })],
  [{ state: 'draft' as const }, say('controls.paper-draft', { paper: 'msa' })],
  [{ state: 'revoked' as const }, say('controls.paper-ended', { paper: 'msa', state: 'revoked' })],
  [{ state: 'superseded' as const }, say('controls.paper-ended', { paper: 'msa', state: 'superseded' })],
])('IP-1 is open while the cited paper does not carry it: %j', (change, missing) => {
  expect(assess('IP-1', { form, papers: [{ ...agreement, ...change }] })).toEqual(open([missing]));
});

test('IP-1 is open while a signature is missing, and it is the turn of whoever has to sign', () => {
  const half = {
    ...agreement,
    state: 'sent' as const,
    signatures: agreement.signatures.filter((s) => s.by === 'vendor'),
  };
  expect(assess('IP-1', { form, papers: [half] })).toEqual(
    open([say('controls.paper-unsigned', { paper: 'msa', signers: ['client'] })], { turn: 'legal' }),
  );
  expect(assess('IP-1', { form, papers: [{ ...half, signatures: [] }] })).toEqual(
    open([say('controls.paper-unsigned', { paper: 'msa', signers: ['client', 'vendor'] })], { turn: 'legal' }),
  );
});

test('IP-1 is open until the signed agreement comes into force', () => {
  const from = '2026-09-20T00:00:00.000Z';
  expect(assess('IP-1', { form, papers: [{ ...agreement, state: 'signed', from }] })).toEqual(
    open([say('controls.paper-ahead', { paper: 'msa', from: '2026-09-20T00:00:00.000Z' })], { until: from }),
  );
});

test('IP-1 is open when the answers were read from another text', () => {
  const other = { ...form, textHash: 'b'.repeat(64) };
  expect(assess('IP-1', { form: other, papers: [agreement] })).toEqual(
    open([say('controls.paper-text', { paper: 'msa' })]),
  );
  expect(assess('IP-1', { form: { ...form, textHash: agreement.textHash }, papers: [agreement] }).status).toBe('met');
});

test('IP-1 is open before anything is supplied', () => {
  expect(assess('IP-1')).toEqual(open([say('IP-1.not-supplied')]));
});
