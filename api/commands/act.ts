import type { z } from 'zod';
import type { HumanCommand } from '../../domain/case/commands.js';
import type { Actor } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import type { Store } from '../../store/contract.js';
import type { PolicyReader } from '../parts.js';

/** What building a command may need beside its body: the case that it is for, and who sends it. */
export type Building = { store: Store; policy: PolicyReader; state: CaseState; actor: Actor };

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
