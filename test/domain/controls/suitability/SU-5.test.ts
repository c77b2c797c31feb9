import type { EngagementModel, Intake } from '../../../../domain/case/intake.js';
import { say } from '../../../../domain/say.js';
import { assess, HASH, met, refused } from '../../../support/controls/scene.js';

const judge = (chosen: EngagementModel, capacity: Intake['capacity']) =>
  assess('SU-5', { model: { chosen }, intake: { capacity } });
const nothing = { mlLeadership: 'none', managementTime: 'none' } as const;

test('SU-5 is refused when the model chosen asks for leadership or time that is not there', () => {
  expect(judge('staff-augmentation', nothing)).toEqual(
    refused(say('SU-5.no-leadership'), say('SU-5.no-daily-management')),
  );
  expect(judge('project', nothing)).toEqual(refused(say('SU-5.no-acceptance-time')));
});

test('SU-5 is met when leadership and time carry the model', () => {
  expect(judge('staff-augmentation', { mlLeadership: 'some', managementTime: 'limited' })).toEqual(
    met([`intake:${HASH}`]),
  );
  expect(judge('project', { mlLeadership: 'none', managementTime: 'limited' })).toEqual(met([`intake:${HASH}`]));
  expect(judge('managed-team', nothing)).toEqual(met([`intake:${HASH}`]));
});
