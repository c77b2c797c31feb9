import type { CarriedPerson } from '../domain/case/carried.js';
import type { HumanCommand } from '../domain/case/commands.js';

/** A command, what goes with it to be kept once it is recorded, and what its sender has asked for, which is the same when it is repeated. */
export type Built = { command: HumanCommand; people?: CarriedPerson[]; policy?: string; asked?: unknown };
