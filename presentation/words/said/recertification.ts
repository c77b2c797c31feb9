import type { Template } from '../fill.js';

/** Of recertifying access. */
export const recertification: Record<string, Template> = {
  'recertification.own-access': 'You cannot recertify your own access. The owner of the grant must do it.',
  'recertification.not-the-owner': 'Only {certifiers:people} can recertify this access.',
  'recertification.nothing-asked': 'Access of {person} to {resource:place} is not waiting for recertification.',
  'recertification.no-lesser-profile': 'No profile gives less than {profile}. Confirm or remove the access instead.',
  'recertification.name-lesser-profile': 'To reduce {profile}, name a lesser profile: {profiles:or}.',
  'recertification.profile-only-to-reduce': 'Name a profile only when you reduce access.',
};
