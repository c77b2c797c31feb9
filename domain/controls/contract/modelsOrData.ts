import type { DataClass, Intake } from '../../case/intake.js';

const ORDINARY: readonly DataClass[] = ['source-code', 'internal-documents'];

/** Terms for models and data are asked for where the case declares data beyond code and documents, or anything held by hand. */
export function involvesModelsOrData({ data, assets = [] }: Intake): { applies: boolean; why: string } {
  const beyond = data.classes.filter((c) => !ORDINARY.includes(c));
  if (beyond.length > 0) return { applies: true, why: `The work involves ${beyond.join(', ')}.` };
  return assets.length > 0
    ? { applies: true, why: 'The case gives access to data sets or models that are held by hand.' }
    : { applies: false, why: 'Neither client data nor models are involved: only source code and internal documents.' };
}
