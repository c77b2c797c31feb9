import { z } from 'zod';
import { problem } from '../answers.js';
import { caseParams } from '../basics.js';
import { COMMANDS, type CommandType, isCommandType, kebab } from '../commands.js';

const byAddress = new Map(
  Object.keys(COMMANDS)
    .filter(isCommandType)
    .map((type): [string, CommandType] => [kebab(type), type]),
);

/** The act of an address, such as `SignPaper` of `sign-paper`; undefined for none. */
export const commandAt = (address: string): CommandType | undefined => byAddress.get(address);

export const previewParams = caseParams.extend({
  command: z.string().max(60).describe('The act as its address has it, such as `sign-paper`.'),
});

/** What an act would come to now; nothing of it is kept. */
export const preview = z.object({
  accepted: z.boolean(),
  refusal: z
    .object({ code: z.string(), message: z.string(), faults: problem.shape.faults })
    .optional()
    .describe('Why it would be refused, as the act itself would be.'),
  follows: z.array(z.string()).describe('What would become true with it, a line each, as far as you would see it.'),
  more: z.number().optional().describe('How many lines were left out.'),
  notes: z.array(z.string()).describe('What the receipt would tell you.'),
  control: z.enum(['met', 'open', 'refused']).optional().describe('After evidence: the status of its control.'),
});

export type Preview = z.infer<typeof preview>;
