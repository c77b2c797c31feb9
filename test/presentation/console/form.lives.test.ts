import type { Role } from '../../../domain/case/roles.js';
import { CONTROLS } from '../../../domain/controls/index.js';
import { isSuppliedByVendor } from '../../../domain/controls/shown.js';
import { type FormById, formOf } from '../../../presentation/console/form.js';
import { doAll } from '../../support/domain/acts.js';
import { as, Book } from '../../support/domain/book.js';
import { fragment } from '../../support/domain/fragments.js';

let book: Book;
beforeAll(() => {
  book = doAll(new Book(), fragment('working.yaml'));
});

const form = (role: Role, control: string, person?: string, { state, now } = book): FormById | undefined =>
  formOf(state, { control, ...(person !== undefined && { person }) }, [as(role)], now);

test('given a control that is met, then its form stands with thresholds, the answers in force and who gave them', () => {
  const { fields, current, people, ...told } = form('procurement', 'SC-1') ?? { fields: [], people: [] };
  expect(told).toEqual({
    caseId: 'c-test',
    control: 'SC-1',
    person: undefined,
    title: 'Vendor, owners, subcontractors and people screened against sanctions lists',
    status: 'met',
    why: 'The policy applies it to every case.',
    binds: 'holds the next stage',
    missing: [],
    due: undefined,
    policyNumbers: ['repeated every 90 days', 'lists: EU, UN, OFAC, UK'],
    suppliedBy: ['procurement', 'legal'],
    youMaySupply: true,
    known: [{ field: 'people', value: [{ person: 'ada' }, { person: 'nina' }], from: 'the roster' }],
    waiting: undefined,
    papers: [],
    alike: [],
    zone: 'Europe/Berlin',
  });
  expect(fields.map(({ name }) => name)).toEqual(Object.keys(CONTROLS['SC-1']?.form ?? {}));
  expect(current).toEqual({
    answers: book.state.evidence['SC-1']?.form,
    by: 'procurement',
    at: book.state.evidence['SC-1']?.at,
    seq: book.state.evidence['SC-1']?.seq,
  });
  expect(people).toContainEqual({ id: 'legal', roles: ['legal'] });
  expect(people).toContainEqual({ id: 'ada', roles: ['engineer'] });
  expect(form('security', 'SC-1')?.youMaySupply).toBe(false);
  const inBoth = formOf(book.state, { control: 'SC-1' }, [as('security'), as('legal')], book.now);
  expect(inBoth?.youMaySupply).toBe(true);
});

test('given a form about somebody, then the one document about them is known, and what was answered for another', () => {
  const before = doAll(new Book(), [
    ...fragment('evaluation.yaml'),
    ...fragment('contract.yaml'),
    ...fragment('person-ada.yaml'),
  ]);
  const nina = form('vendor-contact', 'IP-2', 'nina', before);
  expect([nina?.status, nina?.current, nina?.alike]).toEqual(['open', undefined, []]);
  expect(nina?.known).toEqual(
    ['assignment', 'effectiveOn', 'assignsTo', 'priorWorksAttached', 'openSourceAttached'].map((field) => ({
      field,
      value: before.state.evidence['IP-2:ada']?.form[field],
      from: 'the answers for {person:ada}',
    })),
  );
  expect(form('vendor-contact', 'IP-2', undefined, before)?.alike).toEqual(['nina']);
  expect(form('vendor-contact', 'IP-2', 'ada')?.known).toContainEqual({
    field: 'paper',
    value: 'assignment-ada',
    from: 'the only document about {person:ada}',
  });
});

test('given the vendor’s contact, then there are forms of what the vendor supplies alone, without answers of the client’s', () => {
  const forms = Object.values(CONTROLS).filter((control) => control.form !== null);
  const shown = forms.filter(({ id }) => form('vendor-contact', id) !== undefined).map(({ id }) => id);
  expect(shown).toEqual(forms.filter(({ id }) => isSuppliedByVendor(id)).map(({ id }) => id));
  // Supplied by the client, of a control that the vendor may supply as well.
  expect(form('procurement', 'EM-2')?.current?.by).toBe('procurement');
  expect([form('vendor-contact', 'EM-2')?.title, form('vendor-contact', 'EM-2')?.current]).toEqual([
    CONTROLS['EM-2']?.title,
    undefined,
  ]);
  expect(form('vendor-contact', 'IP-3')?.current?.by).toBe('vendor-contact');
});

test('given a control that takes no form or is none of the plan, then there is no form', () => {
  expect([form('legal', 'AR-1'), form('legal', 'XX-9')]).toEqual([undefined, undefined]);
});
