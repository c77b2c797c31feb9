import { z } from 'zod';
import { openCaseBody } from './cases.js';

/** The form of a case file. */
export const caseFileForm = z.looseObject({}).describe('A JSON Schema (2020-12).');

/** A case file that need not be finished, as it would be sent to open a case. */
export const checkCaseBody = openCaseBody;

const fault = z.object({
  path: z.string().optional().describe('Field, such as `engineers[0].country`.'),
  line: z.number().optional(),
  column: z.number().optional(),
  message: z.string(),
});

const control = z.object({ control: z.string(), title: z.string(), why: z.string() });

/** What a case would be if it were opened now; nothing of it is recorded. */
export const checkedCase = z.object({
  file: z.record(z.string(), z.json()).optional().describe('What the file holds; left out where it cannot be read.'),
  faults: z.array(fault).describe('What is missing or wrong; none where the case can be opened.'),
  assumed: z.array(z.string()).describe('Fields that are not answered, for which the plan takes what asks for least.'),
  policy: z.object({ name: z.string(), version: z.string() }),
  model: z.object({ wanted: z.string(), recommended: z.string(), reasons: z.array(z.string()) }),
  gates: z.array(
    z.object({
      stage: z.string(),
      rule: z.string().describe('Who decides; empty where it opens by itself.'),
      people: z.array(z.string()),
      hours: z.number().describe('Business hours to decide.'),
      escalatesTo: z.string(),
      notBefore: z.string().optional(),
    }),
  ),
  duties: z.array(
    control.extend({
      role: z.string(),
      people: z.array(z.string()),
      due: z.string().optional(),
      gate: z.string().optional().describe('Needed at this gate.'),
      advice: z.literal(true).optional(),
    }),
  ),
  notApplying: z.array(control),
  warnings: z.array(z.string()).describe('What may be a slip; a case can be opened all the same.'),
  profiles: z.array(z.string()).describe('Access profiles of the policy.'),
  vendorKnown: z
    .object({ vendor: z.string(), cases: z.number() })
    .optional()
    .describe('Set where the vendor has cases already.'),
});
export type CheckedCase = z.infer<typeof checkedCase>;
