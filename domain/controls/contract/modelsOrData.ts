import { assetsOf } from '../../access/resources.js';
import type { DataClass, Intake } from '../../case/intake.js';
import { type Said, say } from '../../say.js';

const ORDINARY: readonly DataClass[] = ['source-code', 'internal-documents'];

/** Terms for models and data are asked for where the case declares data beyond code and documents, or anything held by hand. */
export function involvesModelsOrData(intake: Intake): { applies: boolean; why: Said } {
  const beyond = intake.data.classes.filter((c) => !ORDINARY.includes(c));
  if (beyond.length > 0) return { applies: true, why: say('contract.data-involved', { classes: beyond }) };
  return assetsOf(intake).length > 0
    ? { applies: true, why: say('contract.assets-involved') }
    : { applies: false, why: say('contract.only-code-and-documents') };
}
