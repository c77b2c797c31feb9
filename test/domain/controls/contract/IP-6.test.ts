import { approvedFor } from '../../../../domain/controls/contract/IP-6.js';
import type { JsonObject } from '../../../../domain/controls/form.js';
import { registerOf } from '../../../../domain/controls/register/register.js';
import { say } from '../../../../domain/say.js';
import {
  assess,
  intake,
  met,
  open,
  person,
  ref,
  refused,
  sceneOf,
  WHO,
  type World,
} from '../../../support/controls/scene.js';

const lists = { approvedCountries: ['PL', 'PT'] };
const douro = {
  company: 'Douro Code',
  country: 'PT',
  task: 'Builds the evaluation set',
  approvedBy: WHO.legal,
  approvedOn: '2026-09-02',
};
const { approvedBy: _by, approvedOn: _on, ...unapproved } = douro;
const form = { subcontractors: [douro], countries: [{ country: 'PL' }, { country: 'PT' }] };
const judge = (change: JsonObject = {}, world: World = {}) =>
  assess('IP-6', { form: { ...form, ...change }, lists, ...world });
const sub = (company: string) => say('IP-6.subcontractor-not-approved', { company });
const place = (country: string) => say('IP-6.country-not-approved', { country });

test('IP-6 is refused for a subcontractor that nobody of the client approved', () => {
  expect(judge({ subcontractors: [unapproved] })).toEqual(refused(sub('Douro Code')));
  expect(judge({ subcontractors: [{ ...douro, approvedBy: WHO.ana }] })).toEqual(refused(sub('Douro Code')));
});

test('IP-6 is refused when whoever declares also approves', () => {
  const own = { form, formHash: '', by: WHO.legal, at: '2026-09-02T08:00:00.000Z', seq: 3 };
  expect(judge({}, { state: { evidence: { 'IP-6': own } } })).toEqual(refused(sub('Douro Code')));
});

test("IP-6 is refused for a country that neither the policy nor the client approves, the vendor's own included", () => {
  expect(judge({ countries: [{ country: 'BR' }] })).toEqual(refused(place('BR')));
  expect(judge({ subcontractors: [{ ...douro, country: 'BR' }] })).toEqual(refused(place('BR')));
  expect(judge({}, { intake: { vendor: { ...intake.vendor, country: 'UA' } } })).toEqual(refused(place('UA')));
});

test('IP-6 takes companies of the group of the vendor, which bear its name under other legal forms, each once', () => {
  const group = (...names: string[]) => judge({ subcontractors: names.map((company) => ({ ...douro, company })) });
  expect(group('Vendor Pvt Ltd', 'Vendor Inc').status).toBe('met');
  expect(group('Vendor Pvt Ltd', 'VENDOR Private Limited')).toEqual(refused(say('IP-6.declared-twice')));
});

test('IP-6 is refused when a subcontractor is declared twice or is the vendor itself', () => {
  const twice = { ...douro, company: 'DOURO CODE, Lda.' };
  expect(judge({ subcontractors: [douro, twice, { ...douro, company: 'VENDOR' }] })).toEqual(
    refused(say('IP-6.declared-twice'), say('IP-6.vendor-itself', { vendor: 'Vendor' })),
  );
});

test('IP-6 is met by what is declared and approved, whoever else is on the roster', () => {
  const people = [person(WHO.ana, { employer: 'Elsewhere', country: 'KP' })];
  expect(judge({}, { people })).toEqual(met([ref('IP-6', form)]));
  const approved = { ...form, countries: [{ country: 'BR', approvedBy: WHO.security }] };
  expect(judge(approved)).toEqual(met([ref('IP-6', approved)]));
});

test('IP-6 is open before anything is declared, and while an approval lies ahead', () => {
  expect(assess('IP-6', { lists })).toEqual(open([say('IP-6.not-supplied')]));
  expect(judge({ subcontractors: [{ ...douro, approvedOn: '2026-09-12' }] })).toEqual(
    open([say('controls.ahead', { what: say('IP-6.approval'), day: '2026-09-12' })], {
      until: '2026-09-12T00:00:00.000Z',
    }),
  );
});

test('what is declared and approved can be read off the case, for a roster to be held against it', () => {
  const countries: JsonObject[] = [{ country: 'BR', approvedBy: WHO.security }, { country: 'IN' }];
  const { state } = sceneOf('IP-6', { form: { subcontractors: [unapproved], countries }, lists });
  const declared = registerOf(state).parties.filter((p) => p.roles.some((r) => r.role === 'subcontractor'));
  expect(declared.map((p) => p.name)).toEqual(['Douro Code']);
  expect(['PL', 'BR', 'IN', 'KP'].map((c) => approvedFor(state, c))).toEqual([true, true, false, false]);
  const nothing = sceneOf('IP-6', { lists }).state;
  expect(registerOf(nothing).answered).toEqual([]);
  expect(approvedFor(nothing, 'PL')).toBe(true);
});
