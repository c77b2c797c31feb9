import { say } from '../../../../domain/say.js';
import { assess, HASH, met, open, paper, ref, refused } from '../../../support/controls/scene.js';

const nda = paper('nda', { kind: 'nda', signers: ['client', 'vendor'], until: '2026-09-21T00:00:00.000Z' });
const form = { paper: 'nda', mutual: true, handlingRules: ['data', 'prompts', 'fine-tuned-weights', 'code'] };

test('IP-3 is refused for an NDA that binds one side and has no rules for some of the material', () => {
  expect(assess('IP-3', { form: { ...form, mutual: false, handlingRules: ['data', 'code'] }, papers: [nda] })).toEqual(
    refused(say('IP-3.one-sided'), say('IP-3.no-handling-rules', { material: ['prompts', 'fine-tuned-weights'] })),
  );
});

test('IP-3 is met until the NDA ends, and lapses at that instant', () => {
  expect(assess('IP-3', { form, papers: [nda] })).toEqual(met([ref('IP-3', form), `paper:nda@${HASH}`], nda.until));
  expect(assess('IP-3', { form, papers: [nda], now: '2026-09-20T23:59:59.999Z' }).status).toBe('met');
  expect(assess('IP-3', { form, papers: [nda], now: nda.until ?? '' })).toEqual(
    open([say('controls.paper-ended', { paper: 'nda', state: 'expired' })]),
  );
});

test('IP-3 is open before anything is supplied, and while the paper is not in the case', () => {
  expect(assess('IP-3')).toEqual(open([say('IP-3.not-supplied')]));
  expect(assess('IP-3', { form })).toEqual(open([say('controls.paper-unknown', { paper: 'nda' })]));
});
