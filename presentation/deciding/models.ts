import type { ModelsPage } from '../../contract/deciding.js';
import { ENGAGEMENT_MODELS } from '../../domain/case/intake.js';
import type { CaseState } from '../../domain/case/state.js';
import { overrideReasonOf } from '../../domain/controls/terms.js';
import type { Instant } from '../../domain/time.js';
import { wordsOfAll } from '../words/words.js';
import { DIMENSIONS, MODEL_FACTS } from './modelFacts.js';

/** A model's name as a person reads it. */
export const modelLabel = (model: string): string => {
  const words = model.replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
};

/** What stands over each of these pages. */
export const headOf = ({ caseId, intake }: CaseState, now: Instant) => ({
  caseId,
  title: intake.title,
  vendor: intake.vendor.name,
  client: intake.client.name,
  asOf: now,
  timeZone: intake.client.timeZone,
});

/** The engagement models side by side for a case. */
export function modelsPageOf(state: CaseState, now: Instant): ModelsPage {
  const { recommended, chosen, wanted, reasons } = state.plan.model;
  const overrideReason = overrideReasonOf(state);
  return {
    ...headOf(state, now),
    recommended,
    chosen,
    wanted,
    reasons: wordsOfAll(reasons),
    ...(overrideReason !== undefined && { overrideReason }),
    models: ENGAGEMENT_MODELS.map((id) => ({ id, label: modelLabel(id) })),
    dimensions: DIMENSIONS.map(({ id, label }) => ({
      id,
      label,
      facts: {
        'staff-augmentation': MODEL_FACTS['staff-augmentation'][id],
        project: MODEL_FACTS.project[id],
        'managed-team': MODEL_FACTS['managed-team'][id],
      },
    })),
  };
}
