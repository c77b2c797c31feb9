import type { z } from 'zod';
import type { HumanCommand } from '../../domain/case/commands.js';
import type { Store } from '../../store/contract.js';

/** What building a command may need beside its body. */
export type Building = { store: Store };

/** One human act as the API takes it. */
export type CommandEntry = {
  summary: string;
  /** Who may, in words; the domain decides it. */
  by: string;
  body: z.ZodType;
  /** The command of a body that fits; people may still stand in it by their address. */
  build(body: unknown, building: Building): Promise<HumanCommand>;
};

/** Describes one act; `build` gets a body of the given form. */
export function act<S extends z.ZodType>(
  summary: string,
  by: string,
  body: S,
  build: (body: z.output<S>, building: Building) => HumanCommand | Promise<HumanCommand>,
): CommandEntry {
  return { summary, by, body, build: async (input, building) => build(body.parse(input), building) };
}
