import type { Template } from '../fill.js';

/** Of incidents and drills. */
export const incidents: Record<string, Template> = {
  'incidents.unknown': 'Incident {incident} not found in this case. Report it first.',
  'incidents.closed': 'Incident {incident} is closed.',
  'incidents.steps-left': 'Incident {incident} cannot be closed yet. Open steps: {steps:and}.',
  'incidents.in-future': '{at:instant} is in the future. Give the time at which it happened.',
  'incidents.id-taken': 'Incident {incident} already exists. Use another id.',
  'incidents.nothing-new':
    'Nothing new of incident {incident}. Give the time at which your side became aware, or say that personal data are concerned.',
  'incidents.step-not-needed': 'Incident {incident} does not ask for {step}.',
  'incidents.step-done': 'Step {step} of incident {incident} is already recorded.',
  'incidents.before-awareness':
    'Step {step} cannot have been done on {at:instant}: nobody knew of incident {incident} before {first:instant}.',
  'incidents.grounds-not-accepted': 'Step {step} must be done; grounds cannot replace it.',
  'incidents.assess-first': 'Grounds for skipping {step} rest on the risk assessment. Record assess-risk first.',
  'incidents.no-evidence': 'Step {step} needs evidence: a link, or the SHA-256 of the document.',
  'incidents.no-notice-items':
    'State what the notification contains, at least one of {items} (GDPR Art. 33(3)). The rest can follow.',
};
