import type { Command } from 'commander';

/** Options that every verb understands. */
export type Globals = {
  /** Answers as JSON, for scripts. */
  json?: boolean;
  /** Acts as this role against a local `up`, `ROLE` or `ROLE:person`; where one has signed in, in this one of one's roles. */
  as?: string;
  /** Address of the API; default `DRAWBRIDGE_URL`, then that of the local `up`. */
  url?: string;
  /** Bearer token; better kept in `DRAWBRIDGE_TOKEN`. */
  token?: string;
  /** Folder of the local `up`'s data. */
  data?: string;
  /** Names one act: the same key with the same content gets the same answer. */
  key?: string;
};

/** Adds the options that every verb understands. */
export function addGlobals(program: Command): void {
  program
    .option(
      '--as <role[:person]>',
      'act as this role against a local "drawbridge up", or in this one of your own roles',
    )
    .option('--json', 'answer as JSON, for scripts')
    .option('--url <address>', 'address of the API (default: DRAWBRIDGE_URL, then the local "drawbridge up")')
    .option('--token <token>', 'bearer token; prefer DRAWBRIDGE_TOKEN, a command line is visible to other users')
    .option('--data <folder>', 'data folder of the local "drawbridge up" (default: DRAWBRIDGE_DATA, then .drawbridge)')
    .option('--key <key>', 'a name for this one act: repeated with the same key, it counts once');
}

/** The options of a verb together with those that every verb understands. */
export const optionsOf = <T extends object = object>(command: Command): T & Globals =>
  command.optsWithGlobals<T & Globals>();
