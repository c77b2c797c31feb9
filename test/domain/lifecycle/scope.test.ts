import { refOf } from '../../../domain/access/resources.js';
import type { HumanCommand } from '../../../domain/case/commands.js';
import type { Resource } from '../../../domain/case/intake.js';
import type { Said } from '../../../domain/say.js';
import { decide, doAll, requested } from '../../support/domain/acts.js';
import { as, Book } from '../../support/domain/book.js';
import { atWork, formOf } from '../../support/domain/wayToWork.js';

type Change = Omit<Extract<HumanCommand, { type: 'ChangeScope' }>, 'type' | 'reason'>;
const change = (book: Book, what: Change, by = as('procurement')) => {
  const outcome = book.act(by, { type: 'ChangeScope', ...what, reason: 'The work is cut anew.' });
  return outcome.status === 'refused' ? outcome.said : outcome.events;
};
const API: Resource = { provider: 'github', kind: 'repository', id: 'meridian/eta-api', personalData: false };
const PERSONAL: Change = {
  dataClasses: ['source-code', 'model-weights', 'personal-data'],
  euPersonalData: true,
  dataRoles: { client: 'controller', vendor: 'processor' },
};
const ASSET: Resource = {
  provider: 'manual',
  kind: 'data-set',
  id: 'trips',
  personalData: false,
  dataClass: 'source-code',
  form: 'masked',
  country: 'DE',
  administrator: 'security',
  checker: 'engineering-manager',
};
const types = (book: Book, mark: number): string[] =>
  book.since(mark).flatMap((e) => (/^(Scope|Plan|Approval|Stage|AccessEnded)/.test(e.type) ? [e.type] : []));

describe('a change of scope', () => {
  test('given a repository that is added, then the plan is compiled for it with the same policy, and no decision is put in question', () => {
    const book = atWork();
    const { policy, intakeHash } = book.state.plan;
    const mark = book.mark;
    expect(change(book, { add: [API] })).toEqual(['ScopeChanged']);
    expect(types(book, mark)).toEqual(['ScopeChanged', 'PlanRecompiled']);
    expect(book.state.intake.resources.map(refOf)).toEqual(['github:meridian/eta-model', refOf(API)]);
    expect([book.state.plan.policy, book.state.plan.intakeHash === intakeHash, book.state.replan]).toEqual([
      policy,
      false,
      undefined,
    ]);
    const log = { resource: refOf(API), where: 'https://logs.example/api', keptDays: 180, reader: 'security' };
    const form = { ...formOf('DC-1'), useLogs: [log, { ...log, resource: 'github:meridian/eta-model' }] };
    book.act(as('security'), { type: 'SubmitEvidence', control: 'DC-1', person: 'ada', form });
    doAll(book, requested({ person: 'ada', resource: refOf(API), profile: 'contributor' }));
    expect([...book.provider].sort()).toEqual([
      'ada/github:meridian/eta-api',
      'ada/github:meridian/eta-model',
      'nina/github:meridian/eta-model',
    ]);
  });

  test('given a repository that is removed, then access to it ends at once, before the plan follows', () => {
    const book = atWork();
    const mark = book.mark;
    change(book, { add: [API], remove: ['github:meridian/eta-model'] });
    expect(types(book, mark)).toEqual(['ScopeChanged', 'AccessEnded', 'AccessEnded', 'PlanRecompiled']);
    expect([...book.provider]).toEqual([]);
  });

  test('given personal data of people in the EU that come in, then what was decided for other data is decided anew, and DP-1 applies', () => {
    const book = atWork();
    const mark = book.mark;
    expect(book.state.plan.controls['DP-1']?.applies).toBe(false);
    change(book, PERSONAL);
    expect(book.state.plan.controls['DP-1']?.applies).toBe(true);
    expect(book.state.stagesDone['data-protection']).toBeUndefined();
    expect([book.state.stagesDone.evaluate, book.state.approvals['gate:evaluate']?.status]).toEqual([
      undefined,
      'asked',
    ]);
    expect(types(book, mark)).toEqual([
      'ScopeChanged',
      'ApprovalVoided',
      'StageReopened',
      'AccessEnded',
      'AccessEnded',
      'PlanRecompiled',
      'ApprovalRequested',
      'StageReopened',
    ]);
  });

  test('given personal data that are found later, then everything that may hold them is shut until somebody has said where they lie', () => {
    const book = atWork();
    change(book, { add: [API] });
    const log = { resource: refOf(API), where: 'https://logs.example/api', keptDays: 180, reader: 'security' };
    const form = { ...formOf('DC-1'), useLogs: [log, { ...log, resource: 'github:meridian/eta-model' }] };
    book.act(as('security'), { type: 'SubmitEvidence', control: 'DC-1', person: 'ada', form });
    doAll(book, requested({ person: 'ada', resource: refOf(API), profile: 'contributor' }));
    expect([...book.provider].sort()).toEqual([
      'ada/github:meridian/eta-api',
      'ada/github:meridian/eta-model',
      'nina/github:meridian/eta-model',
    ]);
    change(book, PERSONAL);
    expect([book.state.intake.data.unplaced, [...book.provider]]).toEqual([true, []]);
    const evaluate = decide(as('procurement'), 'gate:evaluate');
    book.act(evaluate.by, evaluate.command(book));
    expect([...book.provider]).toEqual([]);
    // It lies in the model's repository and nowhere else.
    change(book, {
      remove: ['github:meridian/eta-model'],
      add: [{ provider: 'github', kind: 'repository', id: 'meridian/eta-model', personalData: true }],
    });
    // The vendor was chosen for other data; the manager decides anew before anything opens again.
    expect([book.state.intake.data.unplaced, [...book.provider]]).toEqual([undefined, []]);
    doAll(book, [decide(as('engineering-manager'), 'gate:evaluate')]);
    expect([...book.provider]).toEqual(['ada/github:meridian/eta-api']);
    // Another class is found: that something is known to hold personal data says nothing of where this lies.
    change(book, { dataClasses: [...(PERSONAL.dataClasses ?? []), 'special-category-data'] });
    expect([book.state.intake.data.unplaced, [...book.provider]]).toEqual([true, []]);
  });

  test('given access that privacy or legal has to stop, then either can, and somebody else lets it go on', () => {
    for (const role of ['privacy', 'legal'] as const) {
      const book = atWork();
      const outcome = book.act(as(role), { type: 'SuspendAccess', person: 'ada', reason: 'Personal data were found.' });
      expect([outcome.status, [...book.provider]]).toEqual(['recorded', ['nina/github:meridian/eta-model']]);
      const own = book.act(as(role), { type: 'ResumeAccess', person: 'ada', reason: 'A mistake.' });
      expect(own).toMatchObject({ code: 'RequesterMayNotDecide' });
    }
  });

  test('given a data set that is taken out, then its people still close it', () => {
    const book = atWork();
    change(book, { add: [ASSET] });
    change(book, { remove: [refOf(ASSET)] });
    expect([book.state.intake.resources.length, book.state.formerResources]).toEqual([1, [ASSET]]);
  });

  test('given two changes in a row, then the plan follows both', () => {
    const book = atWork();
    change(book, { add: [API] });
    change(book, { add: [{ provider: 'github', kind: 'repository', id: 'meridian/eta-web', personalData: false }] });
    expect(book.state.intake.resources.map(refOf)).toEqual([
      'github:meridian/eta-model',
      refOf(API),
      'github:meridian/eta-web',
    ]);
  });

  test('given a model that is left and chosen again, then the plan follows each time', () => {
    const book = atWork();
    for (const model of ['staff-augmentation', 'managed-team', 'staff-augmentation', 'managed-team'] as const) {
      book.after(1).act(as('procurement'), { type: 'ChooseModel', model, reason: 'We have thought again.' });
      expect([book.state.plan.model.chosen, book.state.replan]).toEqual([model, undefined]);
    }
  });

  test.each<[Change, Said]>([
    [{}, { code: 'lifecycle.no-change' }],
    [{ remove: ['github:meridian/none'] }, { code: 'lifecycle.unknown-resource', resource: 'github:meridian/none' }],
    [{ remove: ['github:meridian/eta-model'] }, { code: 'lifecycle.nothing-left' }],
    [
      { add: [{ provider: 'github', kind: 'repository', id: 'Meridian/eta-model', personalData: false }] },
      { code: 'lifecycle.resource-twice', resource: 'github:Meridian/eta-model' },
    ],
    [
      { add: [{ ...API, personalData: true }] },
      { code: 'lifecycle.personal-data-missing', resource: 'github:meridian/eta-api' },
    ],
    [
      { dataClasses: ['source-code'], add: [{ ...ASSET, dataClass: 'customer-data' }] },
      { code: 'lifecycle.data-class-missing', resource: 'manual:trips', dataClass: 'customer-data' },
    ],
    [{ euPersonalData: true }, { code: 'lifecycle.data-roles-missing' }],
    [{ add: [{ ...ASSET, checker: 'security' }] }, { code: 'lifecycle.asset-same-person', resource: 'manual:trips' }],
    [
      { add: [{ ...ASSET, administrator: 'ada' }] },
      { code: 'lifecycle.asset-people-unknown', resource: 'manual:trips' },
    ],
  ])('given a change that cannot be made, then it is refused with what is wrong: %j', (what, said) => {
    expect(change(new Book(), what)).toEqual(said);
  });

  test('given another role, then it is refused', () => {
    const outcome = new Book().act(as('executive'), { type: 'ChangeScope', add: [API], reason: 'More.' });
    expect(outcome).toMatchObject({ status: 'refused', code: 'NotYourRole' });
  });
});
