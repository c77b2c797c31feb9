import type { Before } from '../browser/house/house.js';

/** What has happened before anybody looks: a case at work, one that waits for a decision, one that was just opened. */
export const BEFORE: Before[] = [
  { name: 'opened', scenario: 'staff-augmentation', until: { day: 0 } },
  { name: 'deciding', scenario: 'project-iso', until: { decided: 'gate:data-protection' } },
  { name: 'running', scenario: 'managed-team', until: { day: 13 } },
];
