import type { JsonObject } from '../../../../domain/controls/form.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { say } from '../../../../domain/say.js';
import { annex, annexRef, unsigned, waits } from '../../../support/controls/annex.js';
import { assess, asset, intake, met, open, paper, ref, refused, withAssets } from '../../../support/controls/scene.js';

const form = {
  paper: 'annex',
  warranted: ['training-data', 'models', 'licences-allow-the-use'],
  indemnity: 'third-party-ip-claims',
  indemnityExcludes: [],
};
const judge = (change: JsonObject = {}, papers = [annex]) => assess('IP-4', { form: { ...form, ...change }, papers });

test('IP-4 is refused when the provenance of something is not warranted', () => {
  expect(judge({ warranted: ['models'] })).toEqual(
    refused(say('IP-4.not-warranted', { unwarranted: ['training-data', 'licences-allow-the-use'] })),
  );
});

test('IP-4 is refused when the indemnity is missing, narrowed, or leaves something out', () => {
  expect(judge({ indemnity: 'none', indemnityExcludes: ['models'] })).toEqual(refused(say('IP-4.no-indemnity')));
  expect(judge({ indemnity: 'limited-to-final-judgments', indemnityExcludes: ['outputs'] })).toEqual(
    refused(say('IP-4.indemnity-limited'), say('IP-4.indemnity-excludes', { excluded: ['outputs'] })),
  );
});

test('IP-4 is met until the annex or agreement ends', () => {
  expect(judge()).toEqual(met([ref('IP-4', form), annexRef], annex.until));
});

test('IP-4 is open before anything is supplied, before both signed, and on a paper of another kind', () => {
  expect(assess('IP-4')).toEqual(open([say('IP-4.not-supplied')]));
  expect(judge({}, [unsigned])).toEqual(waits);
  expect(judge({}, [paper('annex', { kind: 'nda', signers: ['client', 'vendor'] })])).toEqual(
    open([say('controls.paper-kind', { paper: 'annex', kind: 'nda', kinds: ['master-agreement', 'annex'] })]),
  );
});

test.each(['IP-4', 'IP-5'])('%s applies where client data or models are involved', (id) => {
  const applies = CONTROLS[id]?.applies;
  expect(applies?.(intake)).toEqual({
    applies: false,
    why: say('contract.only-code-and-documents'),
  });
  const data = { classes: ['source-code' as const, 'customer-data' as const], euPersonalData: false };
  expect(applies?.({ ...intake, data })).toEqual({
    applies: true,
    why: say('contract.data-involved', { classes: ['customer-data'] }),
  });
  const model = asset('manual:sorter', { kind: 'model', dataClass: 'source-code', form: 'synthetic' });
  expect(applies?.({ ...intake, ...withAssets(model) })).toEqual({
    applies: true,
    why: say('contract.assets-involved'),
  });
});
