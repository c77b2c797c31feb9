import type { JsonObject } from '../../../../domain/controls/form.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { say } from '../../../../domain/say.js';
import { annex, annexRef, unsigned, waits } from '../../../support/controls/annex.js';
import { assess, intake, met, open, paper, ref, refused } from '../../../support/controls/scene.js';

const form = {
  paper: 'annex',
  warranted: ['training-data', 'models', 'licences-allow-the-use'],
  indemnity: 'third-party-ip-claims',
  indemnityExcludes: [],
};
const judge = (change: JsonObject = {}, papers = [annex]) => assess('IP-4', { form: { ...form, ...change }, papers });

test('IP-4 is refused when the provenance of something is not warranted', () => {
  expect(judge({ warranted: ['models'] })).toEqual(
    refused('The vendor does not warrant training-data, licences-allow-the-use; the agreement has to say so for each.'),
  );
});

test('IP-4 is refused when the indemnity is missing, narrowed, or leaves something out', () => {
  expect(judge({ indemnity: 'none', indemnityExcludes: ['models'] })).toEqual(
    refused('The indemnity is none; it has to cover every IP claim of a third party.'),
  );
  expect(judge({ indemnity: 'limited-to-final-judgments', indemnityExcludes: ['outputs'] })).toEqual(
    refused(
      'The indemnity is limited-to-final-judgments; it has to cover every IP claim of a third party.',
      'The indemnity leaves out outputs; it has to cover all that the vendor contributes.',
    ),
  );
});

test('IP-4 is met until the annex or agreement ends', () => {
  expect(judge()).toEqual(met([ref('IP-4', form), annexRef], annex.until));
});

test('IP-4 is open before anything is supplied, before both signed, and on a paper of another kind', () => {
  expect(assess('IP-4')).toEqual(open(['The warranty of provenance is not supplied yet.']));
  expect(judge({}, [unsigned])).toEqual(waits);
  expect(judge({}, [paper('annex', { kind: 'nda', signers: ['client', 'vendor'] })])).toEqual(
    open([say('controls.paper-kind', { paper: 'annex', kind: 'nda', kinds: ['master-agreement', 'annex'] })]),
  );
});

test.each(['IP-4', 'IP-5'])('%s applies where client data or models are involved', (id) => {
  const applies = CONTROLS[id]?.applies;
  expect(applies?.(intake)).toEqual({
    applies: false,
    why: 'Neither client data nor models are involved: only source code and internal documents.',
  });
  const data = { classes: ['source-code' as const, 'customer-data' as const], euPersonalData: false };
  expect(applies?.({ ...intake, data })).toEqual({ applies: true, why: 'The work involves customer-data.' });
  const asset = {
    id: 'model:sorter',
    personalData: false,
    dataClass: 'source-code' as const,
    form: 'synthetic' as const,
    country: 'PL',
    administrator: 'p-manager',
    checker: 'p-security',
  };
  expect(applies?.({ ...intake, assets: [asset] })).toEqual({
    applies: true,
    why: 'The case gives access to data sets or models that are held by hand.',
  });
});
