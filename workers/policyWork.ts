import type { CompilePlan } from '../activities/recompilePlan.js';
import type { PolicyReader } from '../api/parts.js';
import { intakeOf, parseCaseFile, peopleOf } from '../policy/caseFile.js';
import { compilePlan } from '../policy/compilePlan.js';
import { formSchema } from '../policy/forms.js';
import { loadPolicy } from '../policy/loadPolicy.js';
import { parsePolicy } from '../policy/policyFile.js';

/** What an installation does with policies: reads and checks them for the API, compiles them again for a worker. */
export type PolicyWork = { reader: PolicyReader; compilePlan: CompilePlan };
