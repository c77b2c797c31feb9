import type { JsonObject } from '../../../../domain/controls/form.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { say } from '../../../../domain/say.js';
import { assess, HASH, intake, met, open, ref, refused, type World } from '../../../support/controls/scene.js';

const numbers = { targetMaxMonths: 12, minimumObservationMonths: 3 };
const form = {
  clientHeld: ['repositories', 'accounts', 'build-and-run-environments', 'model-and-data-stores'],
  storesClientCode: false,
  storesCredentials: false,
  inProgress: 'soc-2-type-2',
  auditor: 'Audit LLP',
  engagedOn: '2026-06-01',
  engagementLetter: HASH,
  observationStart: '2026-07-01',
  targetDate: '2026-12-31',
};
const judge = (change: JsonObject = {}, world: World = {}) =>
  assess('SA-3', { form: { ...form, ...change }, numbers, ...world });
const END = '2027-01-01T00:00:00.000Z';

test("SA-3 is refused when the work is not held inside the client's controls", () => {
  expect(judge({ clientHeld: ['repositories', 'accounts'], storesClientCode: true, storesCredentials: true })).toEqual(
    refused(
      say('SA-3.not-client-held', { outside: ['build-and-run-environments', 'model-and-data-stores'] }),
      say('SA-3.stores-code'),
      say('SA-3.stores-credentials'),
    ),
  );
});

test('SA-3 is refused while other answers say that the vendor keeps material of the client, in either order of arrival', () => {
  const isolation = { weights: 'client-account', prompts: 'dedicated-account', embeddings: 'none-in-this-work' };
  const tool = {
    tool: 'Models',
    use: 'model-api',
    accountOwner: 'client',
    noTraining: true,
    terms: 'https://m.example',
  };
  const tools = (logs: string) => ({ tools: [{ ...tool, logs, logCountry: 'DE', logDays: 30 }], complete: true });
  expect(judge({}, { evidence: { 'DC-3': isolation, 'DC-5': tools('vendor') } })).toEqual(
    refused(say('SA-3.kept-elsewhere', { materials: ['prompts'] }), say('SA-3.logs-at-vendor', { tools: ['Models'] })),
  );
  const held = { 'DC-3': { ...isolation, prompts: 'client-account' }, 'DC-5': tools('client') };
  expect(judge({}, { evidence: held }).status).toBe('met');
});

test('SA-3 is refused for an auditor that is the vendor itself', () => {
  expect(judge({ auditor: 'Vendor GmbH' })).toEqual(refused(say('SA-3.own-auditor', { auditor: 'Vendor GmbH' })));
});

test('SA-3 is refused for a Type I in progress, a period too short for a Type II, and a target too far away', () => {
  expect(judge({ inProgress: 'soc-2-type-1' })).toEqual(refused(say('SA-3.type-1')));
  const short = { target: '2026-12-31', minimum: 3 };
  expect(judge({ observationStart: '2026-11-01' })).toEqual(
    refused(say('SA-3.period-short', { from: '2026-11-01', ...short })),
  );
  const { observationStart: _none, ...bare } = form;
  expect(assess('SA-3', { form: bare, numbers })).toEqual(refused(say('SA-3.period-short', short)));
  expect(judge({ engagedOn: '2027-01-10' })).toEqual(
    refused(say('SA-3.engaged-late', { engaged: '2027-01-10', target: '2026-12-31' })),
  );
  expect(judge({ targetDate: '2027-09-02' })).toEqual(
    refused(say('SA-3.target-late', { target: '2027-09-02', last: '2027-09-01', limit: 12 })),
  );
});

test('SA-3 is refused from the end of the target day on', () => {
  expect(judge({}, { now: '2026-12-31T23:59:59.999Z' }).status).toBe('met');
  expect(judge({}, { now: END })).toEqual(refused(say('SA-3.target-passed', { target: '2026-12-31' })));
});

test('SA-3 is met with compensating controls until the end of the target day', () => {
  expect(judge()).toEqual(met([ref('SA-3', form), `document:${HASH}`], END));
});

test('SA-3 is open before anything is supplied, and while the engagement lies ahead', () => {
  expect(assess('SA-3', { numbers })).toEqual(open([say('SA-3.not-supplied')]));
  expect(judge({ engagedOn: '2026-09-20' })).toEqual(
    open([say('controls.ahead', { what: say('SA-3.engagement', { auditor: 'Audit LLP' }), day: '2026-09-20' })], {
      until: '2026-09-20T00:00:00.000Z',
    }),
  );
});

test('SA-3 is barred where the client makes a current SOC 2 a hard requirement', () => {
  const applies = CONTROLS['SA-3']?.applies;
  expect(applies?.({ ...intake, currentSoc2Required: true })).toEqual({
    applies: false,
    why: say('SA-3.soc2-required'),
  });
  expect(applies?.(intake).applies).toBe(true);
});
