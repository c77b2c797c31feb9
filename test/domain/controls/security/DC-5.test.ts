import type { JsonObject } from '../../../../domain/controls/form.js';
import { assess, met, open, ref, refused, type World } from '../../../support/controls/scene.js';

const world: World = { numbers: { logMaxDays: 30 }, lists: { accountOwners: ['client', 'vendor'] } };
const assistant = {
  tool: 'Assistant Business',
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
      'Assistant Business: the account is a personal one; it has to be held by the client or vendor.',
      'Assistant Business: its terms do not rule out training on what is sent to it; use a plan whose terms do.',
    ),
  );
  expect(judge({}, { lists: { accountOwners: ['client'] } })).toEqual(
    refused("Assistant Business: the account is the vendor's; it has to be held by the client."),
  );
});

test('DC-5 is refused for logs kept too long, for an unknown time, at an unknown place or outside the residency', () => {
  const { logCountry: _place, ...nowhere } = assistant;
  expect(judge({ logDays: 31 })).toEqual(
    refused('Assistant Business: logs are kept 31 days; the policy accepts 30 at most.'),
  );
  expect(assess('DC-5', { form: { ...form, tools: [{ ...nowhere, logDays: 0 }] }, ...world })).toEqual(
    refused(
      'Assistant Business: logs are kept by the provider, and for how long is not said; name the days.',
      'Assistant Business: the country in which logs are kept is not named; give two capital letters, such as IE.',
    ),
  );
  const residency = { countries: ['DE', 'PL'], requiredBy: 'policy' as const };
  expect(judge({}, { intake: { data: { classes: ['customer-data'], euPersonalData: false, residency } } })).toEqual(
    refused(
      'Assistant Business: logs are kept outside the countries in which the data may lie (DE, PL); keep them inside.',
    ),
  );
  expect(judge({ logs: 'not-kept' })).toEqual(
    refused('Assistant Business: logs are not kept and yet for 28 days; correct one of the two.'),
  );
});

test('DC-5 is refused for a list that is not complete or names a tool twice', () => {
  expect(assess('DC-5', { form: { tools: [assistant, assistant], complete: false }, ...world })).toEqual(
    refused(
      'The list is not complete, or the team may use other tools; list them all and bar the rest.',
      'A tool is listed twice; list each once.',
    ),
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
  expect(assess('DC-5', world)).toEqual(
    open(['The third-party models and coding assistants in use are not named yet.']),
  );
});
