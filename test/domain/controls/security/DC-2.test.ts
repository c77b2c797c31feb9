import type { JsonObject } from '../../../../domain/controls/form.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { say } from '../../../../domain/say.js';
import {
  assess,
  asset,
  intake,
  met,
  open,
  ref,
  refused,
  WHO,
  type World,
  withAssets,
} from '../../../support/controls/scene.js';

const claims = asset('manual:claims', { personalData: true });
const tests = asset('manual:tests', { form: 'synthetic' });
const world: World = { intake: withAssets(claims, tests, asset('manual:sorter', { kind: 'model', form: 'raw' })) };
const masked = {
  dataSet: 'manual:claims',
  form: 'masked',
  method: 'Names and policy numbers replaced by tokens',
  checkedBy: WHO.security,
  checkedOn: '2026-09-02',
};
const synthetic = { ...masked, dataSet: 'manual:tests', form: 'synthetic', method: 'Drawn from a fitted model' };
const form = { dataSets: [masked, synthetic] };
const judge = (dataSets: JsonObject[] = form.dataSets, change: World = {}) =>
  assess('DC-2', { form: { dataSets }, ...world, ...change });

test('DC-2 is refused for raw production records, and for anonymised ones that are still personal data', () => {
  const assets = [
    asset('manual:claims', { form: 'raw' }),
    asset('manual:calls', { form: 'anonymised', personalData: true }),
  ];
  const expected = refused(
    say('DC-2.raw', { dataSet: 'manual:claims' }),
    say('DC-2.anonymised-personal', { dataSet: 'manual:calls' }),
  );
  expect(judge([], { intake: withAssets(...assets) })).toEqual(expected);
  expect(assess('DC-2', { intake: withAssets(...assets) })).toEqual(expected);
});

test('DC-2 is refused for another form than the intake names, for a data set unknown to it or answered twice', () => {
  expect(
    judge([{ ...masked, form: 'anonymised' }, synthetic, synthetic, { ...masked, dataSet: 'manual:other' }]),
  ).toEqual(
    refused(
      say('DC-2.twice'),
      say('DC-2.other-form', { dataSet: 'manual:claims', answer: 'anonymised', intake: 'masked' }),
      say('DC-2.unknown-data-set', { dataSet: 'manual:other' }),
    ),
  );
});

test('DC-2 is refused for a check by the vendor, or by whoever supplies the answer', () => {
  const contact = { ...masked, checkedBy: WHO.contact };
  expect(judge([contact, synthetic])).toEqual(
    refused(
      say('controls.checked-outside', { what: say('DC-2.form', { dataSet: 'manual:claims' }), checker: WHO.contact }),
      say('controls.checked-by-supplier', {
        what: say('DC-2.form', { dataSet: 'manual:claims' }),
        checker: WHO.contact,
      }),
    ),
  );
});

test('DC-2 is met by every data set minimised and checked', () => {
  expect(judge()).toEqual(met([ref('DC-2', form)]));
});

test('DC-2 is open before anything is supplied, while a data set is left out, and while a check lies ahead', () => {
  expect(assess('DC-2', world)).toEqual(open([say('DC-2.not-supplied')]));
  expect(judge([{ ...masked, checkedOn: '2026-09-20' }])).toEqual(
    open(
      [
        say('DC-2.data-set-missing', { dataSet: 'manual:tests' }),
        say('controls.ahead', { what: say('DC-2.check', { dataSet: 'manual:claims' }), day: '2026-09-20' }),
      ],
      {
        until: '2026-09-20T00:00:00.000Z',
      },
    ),
  );
});

test('DC-2 applies where the case gives access to data sets', () => {
  const applies = CONTROLS['DC-2']?.applies;
  const why = say('DC-2.no-data-sets');
  expect(applies?.(intake)).toEqual({ applies: false, why });
  expect(applies?.({ ...intake, ...withAssets(asset('manual:sorter', { kind: 'model' })) })).toEqual({
    applies: false,
    why,
  });
  expect(applies?.({ ...intake, ...withAssets(claims) }).applies).toBe(true);
});
