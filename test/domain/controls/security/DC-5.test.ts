import type { JsonObject } from '../../../../domain/controls/form.js';
import { say } from '../../../../domain/say.js';
import { assess, met, open, ref, refused, type World } from '../../../support/controls/scene.js';

const world: World = { numbers: { logMaxDays: 30 }, lists: { accountOwners: ['client', 'vendor'] } };
const tool = 'Assistant Business';
const assistant = {
  tool,
  use: 'coding-assistant',
  accountOwner: 'vendor',
  noTraining: true,
  terms: 'https://assistant.example/terms',
  logs: 'provider',
  logCountry: 'IE',
  logDays: 28,
};
const form = { tools: [assistant], complete: true };
const judge = (change: JsonObject = {}, more: World = {}) =>
  assess('DC-5', { form: { ...form, tools: [{ ...assistant, ...change }] }, ...world, ...more });

test('DC-5 is refused for a personal account and for terms that allow training', () => {
  expect(judge({ accountOwner: 'personal', noTraining: false })).toEqual(
    refused(
      say('DC-5.account', { tool, owner: 'personal', accepted: ['client', 'vendor'] }),
      say('DC-5.training', { tool }),
    ),
  );
  expect(judge({}, { lists: { accountOwners: ['client'] } })).toEqual(
    refused(say('DC-5.account', { tool, owner: 'vendor', accepted: ['client'] })),
  );
});

test('DC-5 is refused for logs kept too long, for an unknown time, at an unknown place or outside the residency', () => {
  const { logCountry: _place, ...nowhere } = assistant;
  expect(judge({ logDays: 31 })).toEqual(refused(say('DC-5.logs-too-long', { tool, days: 31, limit: 30 })));
  expect(assess('DC-5', { form: { ...form, tools: [{ ...nowhere, logDays: 0 }] }, ...world })).toEqual(
    refused(say('DC-5.log-days-missing', { tool, keeper: 'provider' }), say('DC-5.log-country-missing', { tool })),
  );
  const residency = { countries: ['DE', 'PL'], requiredBy: 'policy' as const };
  expect(judge({}, { intake: { data: { classes: ['customer-data'], euPersonalData: false, residency } } })).toEqual(
    refused(say('DC-5.logs-abroad', { tool, country: 'IE', allowed: ['DE', 'PL'] })),
  );
  expect(judge({ logs: 'not-kept' })).toEqual(refused(say('DC-5.logs-contradict', { tool, days: 28 })));
});

test('DC-5 is refused for a list that is not complete or names a tool twice', () => {
  expect(assess('DC-5', { form: { tools: [assistant, assistant], complete: false }, ...world })).toEqual(
    refused(say('DC-5.incomplete'), say('DC-5.twice')),
  );
});

test('DC-5 is met by tools on accounts of the parties with no-training terms, and by no tools at all', () => {
  expect(judge()).toEqual(met([ref('DC-5', form)]));
  const { logCountry: _place, ...silent } = { ...assistant, logs: 'not-kept', logDays: 0 };
  const kept = { tools: [silent], complete: true };
  expect(assess('DC-5', { form: kept, ...world })).toEqual(met([ref('DC-5', kept)]));
  const none = { tools: [], complete: true };
  expect(assess('DC-5', { form: none, ...world })).toEqual(met([ref('DC-5', none)]));
});

test('DC-5 is open before anything is supplied', () => {
  expect(assess('DC-5', world)).toEqual(open([say('DC-5.not-supplied')]));
});
