import type { DataClass } from '../../../../domain/case/intake.js';
import { ARTICLE_28_3 } from '../../../../domain/controls/data/article28.js';
import type { JsonObject } from '../../../../domain/controls/form.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { type Said, say } from '../../../../domain/say.js';
import {
  assess,
  HASH,
  intake,
  met,
  open,
  paper,
  person,
  ref,
  refused,
  repository,
  WHO,
  type World,
} from '../../../support/controls/scene.js';

const dpa = paper('dpa', { kind: 'dpa', signers: ['client', 'vendor'] });
const yes: JsonObject = Object.fromEntries(
  Object.keys(ARTICLE_28_3).map((key, i) => [key, { answer: 'yes', where: `clause ${i + 1}` }]),
);
const form = {
  paper: 'dpa',
  clientRole: 'controller',
  vendorRole: 'processor',
  checks: yes,
  authorisation: 'specific',
  subProcessors: [{ company: 'Cloud', authorised: true, sameDuties: true }],
};
const data: World['intake'] = {
  data: { classes: ['personal-data'], euPersonalData: true, roles: { client: 'controller', vendor: 'processor' } },
};
const judge = (change: JsonObject = {}, world: World = {}) =>
  assess('DP-1', { form: { ...form, ...change }, papers: [dpa], intake: data, ...world });

test('DP-1 asks the fifteen questions of Art. 28(3)', () => {
  expect(Object.keys(ARTICLE_28_3)).toHaveLength(15);
});

test.each(Object.keys(ARTICLE_28_3))('DP-1 is refused for a no to %s of the fifteen, naming it', (item) => {
  expect(judge({ checks: { ...yes, [item]: { answer: 'no' } } })).toEqual(refused(say('DP-1.item-missing', { item })));
});

test('DP-1 is refused for a yes without a clause, and for "not applicable" where every agreement has to say it', () => {
  const checks = { ...yes, b: { answer: 'yes' }, c: { answer: 'not-applicable', where: 'clause 9' } };
  expect(judge({ checks })).toEqual(
    refused(say('DP-1.clause-missing', { item: 'b' }), say('DP-1.item-applies', { item: 'c' })),
  );
});

test('DP-1 is refused for "not applicable" to further processors unless the agreement allows none', () => {
  const checks = { ...yes, d: { answer: 'not-applicable', where: 'clause 10' } };
  const none = { checks, authorisation: 'none-allowed', subProcessors: [] };
  expect(judge({ checks })).toEqual(refused(say('DP-1.item-applies-here', { item: 'd' })));
  expect(judge(none).status).toBe('met');
});

test('DP-1 is refused for further processors that are not authorised or not bound, and for silence', () => {
  const subProcessors = [{ company: 'Cloud', authorised: false, sameDuties: false }];
  expect(judge({ authorisation: 'silent', subProcessors })).toEqual(
    refused(
      say('DP-1.silent'),
      say('DP-1.not-authorised', { company: 'Cloud' }),
      say('DP-1.not-bound', { company: 'Cloud' }),
    ),
  );
  const itself = [{ company: intake.vendor.name.toUpperCase(), authorised: true, sameDuties: true }];
  expect(judge({ subProcessors: itself })).toEqual(refused(say('DP-1.vendor-itself', { vendor: intake.vendor.name })));
  expect(judge({ authorisation: 'none-allowed' })).toEqual(refused(say('DP-1.none-allowed', { companies: ['Cloud'] })));
  expect(judge({ authorisation: 'general' })).toEqual(refused(say('DP-1.no-notice')));
});

/** Open until another answer agrees; for these people alone, where it names any. */
const disagrees = (missing: Said, ...people: string[]) => ({
  ...open([missing]),
  disagrees: true,
  ...(people.length === 0 ? {} : { metBut: { people, restsOn: [ref('DP-1', form), `paper:dpa@${HASH}`] } }),
});

test("DP-1 is open for a subcontractor's people who are to reach personal data while it is not listed", () => {
  const people = [person(WHO.ana, { employer: 'Subcontractor' }), person(WHO.ben)];
  const reach = { ...data, resources: [repository('github:client/claims', true)] };
  const unlisted = say('DP-1.employer-unlisted', { person: WHO.ana, company: 'Subcontractor' });
  expect(judge({}, { people, intake: reach })).toEqual(disagrees(unlisted, WHO.ana));
  const elsewhere = [repository('github:client/claims'), repository('github:client/people', true)];
  expect(judge({}, { people, intake: { ...data, resources: elsewhere } }).status).toBe('met');
  // Nobody has said where the data lie: any of it may hold them.
  expect(judge({}, { people })).toEqual(disagrees(unlisted, WHO.ana));
});

test('DP-1 is refused when the roles are not those of the intake', () => {
  expect(judge({ clientRole: 'processor', vendorRole: 'sub-processor' })).toEqual(
    refused(
      say('DP-1.roles', {
        client: 'processor',
        vendor: 'sub-processor',
        intakeClient: 'controller',
        intakeVendor: 'processor',
      }),
    ),
  );
});

test('DP-1 is met by an executed agreement that says it all, until it ends', () => {
  const until = '2026-12-01T00:00:00.000Z';
  const rests = [ref('DP-1', form), `paper:dpa@${HASH}`];
  expect(judge()).toEqual(met(rests));
  expect(judge({}, { papers: [{ ...dpa, until }] })).toEqual(met(rests, until));
  expect(judge({}, { papers: [{ ...dpa, until }], now: until })).toEqual(
    open([say('controls.paper-ended', { paper: 'dpa', state: 'expired' })]),
  );
});

test('DP-1 is open while a hosted model under an account of the vendor is no further processor, in either order of arrival', () => {
  const tool = { use: 'model-api', noTraining: true, terms: 'https://m.example', logs: 'not-kept', logDays: 0 };
  const tools = (...more: JsonObject[]) => ({
    evidence: { 'DC-5': { tools: more.map((m) => ({ ...tool, ...m })), complete: true } },
  });
  const hosted = tools({ tool: 'Acme AI API, Team plan', accountOwner: 'vendor' });
  const unlisted = say('DP-1.model-unlisted', { tool: 'Acme AI API, Team plan', provider: 'Acme AI API, Team plan' });
  const none = { authorisation: 'none-allowed', subProcessors: [] };
  expect(judge(none, hosted)).toEqual(disagrees(unlisted));
  expect(judge({}, hosted)).toEqual(disagrees(unlisted));
  const listed = [{ company: 'ACME AI, Inc.', authorised: true, sameDuties: true }];
  expect(judge({ subProcessors: listed }, hosted).status).toBe('met');
  const byProvider = tools({ tool: 'Large model', provider: 'Acme AI', accountOwner: 'personal', use: 'chat' });
  expect(judge({}, byProvider)).toEqual(
    disagrees(say('DP-1.model-unlisted', { tool: 'Large model', provider: 'Acme AI' })),
  );
  expect(judge({ subProcessors: listed }, byProvider).status).toBe('met');
  const others = tools(
    { tool: 'Models', accountOwner: 'client' },
    { tool: 'Copilot', use: 'coding-assistant', accountOwner: 'vendor' },
  );
  expect(judge(none, others).status).toBe('met');
});

test('DP-1 is open before anything is supplied', () => {
  expect(assess('DP-1', { intake: data })).toEqual(open([say('DP-1.not-supplied')]));
});

test('DP-1 applies to personal data of people in the EU, and wherever a party is established in the EU, EEA, United Kingdom or Switzerland', () => {
  const applies = CONTROLS['DP-1']?.applies;
  const of = (client: string, vendor: string, euPersonalData = false, classes: DataClass[] = ['personal-data']) =>
    applies?.({
      ...intake,
      client: { ...intake.client, country: client },
      vendor: { ...intake.vendor, country: vendor },
      data: { classes, euPersonalData },
    });
  const law = (...laws: string[]) => ({ applies: true, why: say('DP-1.law', { laws }) });
  const none = { applies: false, why: say('DP-1.no-law') };
  expect(of('US', 'IN')).toEqual(none);
  expect(of('DE', 'PL', false, ['source-code'])).toEqual(none);
  expect(of('US', 'IN', true)).toEqual(law('GDPR'));
  expect(of('DE', 'IN')).toEqual(law('GDPR'));
  expect(of('US', 'NO')).toEqual(law('GDPR'));
  expect(of('GB', 'CH')).toEqual(law('UK GDPR', 'FADP'));
  // The country of the holidays stands in for one that the case file leaves out.
  const client = { ...intake.client, holidays: 'DE-HH' };
  const vendor = { ...intake.vendor, country: 'IN' };
  expect(applies?.({ ...intake, client, vendor, data: { classes: ['personal-data'], euPersonalData: false } })).toEqual(
    law('GDPR'),
  );
});
