import type { EngagementModel, Intake } from '../../case/intake.js';
import { type Said, say } from '../../say.js';
import { conclude, unless } from '../conclude.js';
import { defineFact } from '../control.js';

/** What the chosen model asks of the client that the intake says it does not have. */
function shortfalls({ capacity }: Intake, model: EngagementModel): Said[] {
  const led = capacity.mlLeadership !== 'none';
  const managed = capacity.managementTime !== 'none';
  switch (model) {
    case 'staff-augmentation':
      return [...unless(led, say('SU-5.no-leadership')), ...unless(managed, say('SU-5.no-daily-management'))];
    case 'project':
      return unless(managed, say('SU-5.no-acceptance-time'));
    case 'managed-team':
      return [];
    default: {
      const never: never = model;
      return never;
    }
  }
}

/** Senior ML leadership and management time in-house carry the model chosen; EM-1 recommends one from the same answers. */
export const SU5 = defineFact({
  id: 'SU-5',
  title: 'Internal capacity: senior ML leadership and management time carry the model chosen',
  area: 'suitability',
  risk: 'quality',
  nist: 'map',
  subject: 'case',
  suppliedBy: [],
  assess(_none, scene) {
    const { intake, plan } = scene.state;
    return conclude(scene, shortfalls(intake, plan.model.chosen), [{ restsOn: [`intake:${plan.intakeHash}`] }]);
  },
});
