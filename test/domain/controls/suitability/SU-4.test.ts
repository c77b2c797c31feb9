import type { Sourcing } from '../../../../domain/case/intake.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { say } from '../../../../domain/say.js';
import { assess, HASH, intake, met, open, ref, refused, WHO } from '../../../support/controls/scene.js';

const bare: Sourcing = { approach: 'hybrid', aiIsCoreProduct: true, reasons: ['speed'] };
const sourcing: Sourcing = { ...bare, transfer: { on: '2027-03-01', team: [WHO.manager] } };
const form = { on: '2027-06-01', team: [{ person: WHO.manager }, { person: WHO.security }] };

test('SU-4 is refused for a transfer no later than the start, and for a team that is not in-house', () => {
  expect(assess('SU-4', { intake: { sourcing }, form: { on: '2026-09-01', team: [{ person: WHO.ana }] } })).toEqual(
    refused(
      say('SU-4.too-early', { on: '2026-09-01', startDate: '2026-09-01' }),
      say('SU-4.not-in-house', { person: WHO.ana }),
    ),
  );
});

test('SU-4 is refused on an intake that names nobody', () => {
  expect(assess('SU-4', { intake: { sourcing: { ...bare, transfer: { on: '2027-03-01', team: [] } } } })).toEqual(
    refused(say('SU-4.no-team')),
  );
});

test('SU-4 is met by the intake, and by the form that takes its place', () => {
  expect(assess('SU-4', { intake: { sourcing } })).toEqual(met([`intake:${HASH}`]));
  expect(assess('SU-4', { intake: { sourcing: bare }, form })).toEqual(met([ref('SU-4', form)]));
});

test('SU-4 is open while day and team are not named', () => {
  expect(assess('SU-4', { intake: { sourcing: bare } })).toEqual(open([say('SU-4.not-named')]));
});

test('SU-4 applies to hybrid work alone', () => {
  const applies = CONTROLS['SU-4']?.applies;
  expect(applies?.({ ...intake, sourcing })).toEqual({
    applies: true,
    why: say('SU-4.hybrid'),
  });
  const no = {
    applies: false,
    why: say('SU-4.not-hybrid'),
  };
  expect(applies?.({ ...intake, sourcing: { ...bare, approach: 'outsource' } })).toEqual(no);
  expect(applies?.(intake)).toEqual(no);
});
