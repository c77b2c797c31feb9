import type { Sourcing } from '../../../../domain/case/intake.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { assess, HASH, intake, met, open, ref, refused, WHO } from '../../../support/controls/scene.js';

const bare: Sourcing = { approach: 'hybrid', aiIsCoreProduct: true, reasons: ['speed'] };
const sourcing: Sourcing = { ...bare, transfer: { on: '2027-03-01', team: [WHO.manager] } };
const form = { on: '2027-06-01', team: [{ person: WHO.manager }, { person: WHO.security }] };

test('SU-4 is refused for a transfer no later than the start, and for a team that is not in-house', () => {
  expect(assess('SU-4', { intake: { sourcing }, form: { on: '2026-09-01', team: [{ person: WHO.ana }] } })).toEqual(
    refused(
      'The transfer on 2026-09-01 is not after the start date 2026-09-01; name a later day.',
      `${WHO.ana} is not one of the client's people; the team has to be in-house.`,
    ),
  );
});

test('SU-4 is refused on an intake that names nobody', () => {
  expect(assess('SU-4', { intake: { sourcing: { ...bare, transfer: { on: '2027-03-01', team: [] } } } })).toEqual(
    refused('Nobody is named for the in-house team; name at least one person.'),
  );
});

test('SU-4 is met by the intake, and by the form that takes its place', () => {
  expect(assess('SU-4', { intake: { sourcing } })).toEqual(met([`intake:${HASH}`]));
  expect(assess('SU-4', { intake: { sourcing: bare }, form })).toEqual(met([ref('SU-4', form)]));
});

test('SU-4 is open while day and team are not named', () => {
  expect(assess('SU-4', { intake: { sourcing: bare } })).toEqual(
    open(['Day and in-house team of the transfer are not named yet.']),
  );
});

test('SU-4 applies to hybrid work alone', () => {
  const applies = CONTROLS['SU-4']?.applies;
  expect(applies?.({ ...intake, sourcing })).toEqual({
    applies: true,
    why: 'The work is hybrid: outsourced first, then handed over.',
  });
  const no = {
    applies: false,
    why: 'The work is not hybrid: nothing is to be handed over to an in-house team.',
  };
  expect(applies?.({ ...intake, sourcing: { ...bare, approach: 'outsource' } })).toEqual(no);
  expect(applies?.(intake)).toEqual(no);
});
