import type { EngagementModel } from '../../domain/case/intake.js';

/** What the engagement models are compared by, in the order of the catalogue's section 2. */
export const DIMENSIONS = [
  { id: 'outcome', label: 'Owns the outcome' },
  { id: 'management', label: 'Manages the engineers' },
  { id: 'quality', label: 'Quality control' },
  { id: 'rampUp', label: 'Ramp-up' },
  { id: 'bestFor', label: 'Best for' },
  { id: 'overhead', label: 'Management overhead for the client' },
  { id: 'retention', label: 'Risk of losing the knowledge' },
  { id: 'control', label: 'Control by' },
] as const;
type Dimension = (typeof DIMENSIONS)[number]['id'];

/** How each engagement model stands on each dimension. */
export const MODEL_FACTS: Record<EngagementModel, Record<Dimension, string>> = {
  'staff-augmentation': {
    outcome: 'The client.',
    management: "The client's managers, day by day.",
    quality: 'The client.',
    rampUp: 'The client onboards each person.',
    bestFor: 'One known skill that the team lacks.',
    overhead: 'High.',
    retention: 'High: what the engineers know leaves when the contract ends.',
    control: 'Direct supervision every day.',
  },
  project: {
    outcome: 'The vendor, within the scope agreed.',
    management: 'The vendor.',
    quality: 'The vendor; the client accepts against criteria.',
    rampUp: 'Discovery comes first.',
    bestFor: 'A well-bounded problem.',
    overhead: 'Medium.',
    retention: 'Medium: what is not a deliverable leaves with the vendor.',
    control: 'Milestones and their acceptance.',
  },
  'managed-team': {
    outcome: 'The partner.',
    management: "The partner's lead.",
    quality: 'Part of the engagement.',
    rampUp: 'The team arrives ready to work.',
    bestFor: 'An outcome that is needed fast.',
    overhead: 'Low.',
    retention: 'Low: knowledge is documented and handed over by design.',
    control: 'Governance, KPIs and a fixed cadence.',
  },
};
