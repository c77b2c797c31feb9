import type { Intake } from '../../../../domain/case/intake.js';
import type { JsonObject } from '../../../../domain/controls/form.js';
import { say } from '../../../../domain/say.js';
import { assess, met, open, person, ref, refused, WHO } from '../../../support/controls/scene.js';

const form = {
  rehearsedBy: WHO.manager,
  ledBy: WHO.ana,
  rehearsedOn: '2026-09-08',
  record: 'https://docs.example/rehearsal',
  result: 'passed',
  gaps: [],
};
const gap = { gap: 'No key for the index', owner: WHO.ana, due: '2026-09-14', closed: false };
const nobodyInHouse: Partial<Intake> = { capacity: { mlLeadership: 'none', managementTime: 'limited' } };
const rests = (answers: JsonObject) => [ref('KT-4', answers), `link:${form.record}`];

test('KT-4 is refused when it failed, was led by nobody of the vendor or rehearsed by nobody in-house', () => {
  expect(assess('KT-4', { form: { ...form, rehearsedBy: WHO.ben, ledBy: WHO.manager, result: 'failed' } })).toEqual(
    refused(
      say('KT-4.rehearser-not-client', { who: WHO.ben }),
      say('KT-4.leader-not-vendor', { who: WHO.manager }),
      say('KT-4.failed'),
    ),
  );
});

test('KT-4 is refused for gaps that do not fit the result, and for one that nobody closes', () => {
  expect(assess('KT-4', { form: { ...form, result: 'passed-with-gaps' } })).toEqual(
    refused(say('KT-4.gaps-not-listed')),
  );
  expect(assess('KT-4', { form: { ...form, gaps: [{ ...gap, owner: 'p-gone' }] } })).toEqual(
    refused(
      say('KT-4.passed-with-open-gaps'),
      say('KT-4.gap-owner-not-in-case', { gap: 'No key for the index', owner: 'p-gone' }),
    ),
  );
});

test('KT-4 is refused where nobody is in-house when the same engineer leads and rehearses', () => {
  expect(assess('KT-4', { form: { ...form, rehearsedBy: WHO.ana }, intake: nobodyInHouse })).toEqual(
    refused(say('KT-4.rehearser-not-second', { who: WHO.ana })),
  );
});

test("KT-4 is met by a rehearsal in-house, or by a second engineer of the partner's where nobody is", () => {
  expect(assess('KT-4', { form })).toEqual(met(rests(form)));
  const second = { ...form, rehearsedBy: WHO.ben };
  expect(assess('KT-4', { form: second, intake: nobodyInHouse })).toEqual(met(rests(second)));
});

test('KT-4 is refused for a gap that is due before the rehearsal that showed it', () => {
  const early = { ...gap, due: '2026-08-01' };
  expect(assess('KT-4', { form: { ...form, result: 'passed-with-gaps', gaps: [early] } })).toEqual(
    refused(say('KT-4.gap-due-before', { gap: gap.gap, due: '2026-08-01', rehearsed: form.rehearsedOn })),
  );
});

test('KT-4 is met with open gaps until the first of them is due', () => {
  const answers = { ...form, result: 'passed-with-gaps', gaps: [gap] };
  const until = '2026-09-15T00:00:00.000Z';
  expect(assess('KT-4', { form: answers })).toEqual(met([ref('KT-4', answers), `link:${form.record}`], until));
  expect(assess('KT-4', { form: answers, now: until })).toEqual(
    open([say('controls.basis-ended', { control: 'KT-4', until: '2026-09-15T00:00:00.000Z' })]),
  );
});

test('KT-4 is open before the rehearsal', () => {
  expect(assess('KT-4')).toEqual(open([say('KT-4.not-supplied')]));
});

const hybrid: Partial<Intake> = {
  sourcing: {
    approach: 'hybrid',
    aiIsCoreProduct: true,
    reasons: ['speed'],
    transfer: { on: '2026-10-01', team: [WHO.manager] },
  },
};
const part = { part: 'Retraining', to: WHO.manager, day: '2026-10-01' };

test('KT-4 of a hybrid is met once every part goes to the team of the transfer by its day', () => {
  const answers = { ...form, transfer: [part] };
  expect(assess('KT-4', { form: answers, intake: hybrid })).toEqual(met(rests(answers)));
});

test('KT-4 of a hybrid is open until the transfer is planned', () => {
  expect(assess('KT-4', { form, intake: hybrid })).toEqual(open([say('KT-4.transfer-not-planned')]));
});

test('KT-4 of a hybrid is refused for anybody but the team of the transfer, and for a part that goes over too late', () => {
  const transfer = [part, { ...part, to: WHO.ben, day: '2026-10-02' }];
  expect(assess('KT-4', { form: { ...form, rehearsedBy: WHO.legal, transfer }, intake: hybrid })).toEqual(
    refused(
      say('KT-4.rehearser-not-in-team', { who: WHO.legal }),
      say('KT-4.part-to-outsider', { part: 'Retraining', to: WHO.ben }),
      say('KT-4.part-late', { part: 'Retraining', day: '2026-10-02', transfer: '2026-10-01' }),
    ),
  );
});

test('KT-4 stays met when those who led and rehearsed have left since, and not when they were rejected', () => {
  const second = { ...form, rehearsedBy: WHO.ben };
  const gone = (status: 'left' | 'rejected') => [person(WHO.ana, { status }), person(WHO.ben, { status })];
  const judged = (status: 'left' | 'rejected') =>
    assess('KT-4', { form: second, intake: nobodyInHouse, people: gone(status) }).status;
  expect([judged('left'), judged('rejected')]).toEqual(['met', 'refused']);
});
