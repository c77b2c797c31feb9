import { groupRevenueOf } from '../../../../domain/controls/data/DP-3.js';
import type { JsonObject } from '../../../../domain/controls/form.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { say } from '../../../../domain/say.js';
import {
  assess,
  asset,
  HASH,
  intake,
  met,
  open,
  paper,
  ref,
  refused,
  repository,
  sceneOf,
  WHO,
  type World,
  withAssets,
} from '../../../support/controls/scene.js';

const numbers = { vendorNoticeMaxHours: 48, authorityHours: 72 };
const dpa = paper('dpa', { kind: 'dpa', signers: ['client', 'vendor'] });
const PROCEDURE = 'b'.repeat(64);
const form = {
  paper: 'dpa',
  clause: '7',
  vendorNoticeHours: 24,
  clientNoticeHours: 72,
  owner: WHO.security,
  clientContact: WHO.privacy,
  vendorContact: WHO.contact,
  steps: [
    'contain-and-preserve-evidence',
    'vendor-tells-client',
    'assess-the-risk',
    'notify-the-authority-or-controller',
    'tell-the-people-concerned',
    'document-the-breach',
  ],
  procedure: PROCEDURE,
};
const data = { classes: ['personal-data' as const], euPersonalData: true };
const world: World = {
  numbers,
  papers: [dpa],
  intake: { data, client: { ...intake.client, groupRevenueEur: 900_000_000 } },
};
const judge = (change: JsonObject = {}, more: World = {}) =>
  assess('DP-3', { form: { ...form, ...change }, ...world, ...more });
const rests = (answers: JsonObject = form) => [ref('DP-3', answers), `paper:dpa@${HASH}`, `document:${PROCEDURE}`];

test('DP-3 is refused for notice that comes too late', () => {
  expect(judge({ vendorNoticeHours: 49, clientNoticeHours: 73 })).toEqual(
    refused(say('DP-3.vendor-notice', { hours: 49, limit: 48 }), say('DP-3.client-notice', { hours: 73, limit: 72 })),
  );
});

test('DP-3 is refused for contacts on the wrong side, and for steps that nobody wrote down', () => {
  const steps = form.steps.filter((s) => s !== 'tell-the-people-concerned' && s !== 'document-the-breach');
  expect(judge({ owner: WHO.contact, clientContact: WHO.ben, vendorContact: WHO.legal, steps })).toEqual(
    refused(
      say('DP-3.not-client', { people: [WHO.contact, WHO.ben] }),
      say('DP-3.not-vendor', { person: WHO.legal }),
      say('DP-3.steps-missing', { steps: ['tell-the-people-concerned', 'document-the-breach'] }),
    ),
  );
});

test('DP-3 is met with contacts, owner, steps and hours, until the agreement ends', () => {
  const until = '2026-12-01T00:00:00.000Z';
  expect(judge()).toEqual(met(rests()));
  expect(judge({}, { papers: [{ ...dpa, until }] })).toEqual(met(rests(), until));
});

test('DP-3 is open before anything is supplied, and while the turnover behind the exposure is not named', () => {
  expect(assess('DP-3', world)).toEqual(open([say('DP-3.not-supplied')]));
  expect(judge({}, { intake: { data } })).toEqual(open([say('DP-3.revenue-missing')]));
  const named = { ...form, groupRevenueEur: 5 };
  expect(judge(named, { intake: { data } })).toEqual(met(rests(named)));
  expect(judge({}, { intake: { data: { ...data, euPersonalData: false } } })).toEqual(met(rests()));
});

test('given a turnover in the intake or in the evidence, then it is found, the intake first', () => {
  const named = { ...form, groupRevenueEur: 5 };
  const found = (more: World) => groupRevenueOf(sceneOf('DP-3', { ...world, ...more }).state);
  expect(found({ form: named })).toBe(900_000_000);
  expect(found({ form: named, intake: { data } })).toBe(5);
  expect(found({ form, intake: { data } })).toBeUndefined();
});

test('DP-3 applies with personal data of any kind, in the intake, a repository or a data set', () => {
  const applies = CONTROLS['DP-3']?.applies;
  expect(applies?.(intake)).toEqual({ applies: false, why: say('data.no-personal-data') });
  for (const change of [
    { data: { classes: [], euPersonalData: true } },
    { data: { classes: ['special-category-data' as const], euPersonalData: false } },
    { resources: [repository('github:client/claims', true)] },
    withAssets(asset('manual:claims', { personalData: true })),
  ])
    expect(applies?.({ ...intake, ...change }).applies).toBe(true);
});
