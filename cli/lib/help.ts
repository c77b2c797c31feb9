import { type Command, Help } from 'commander';

/** Where the options that every verb takes are explained once. */
const SHARED = '\nEvery command also takes --as, --json, --url, --token, --data and --key: see "drawbridge --help".';

/**
 * Gives every verb below `parent` the help of this program: what is required stands in the usage and under a heading of
 * its own, and the shared options take one line.
 */
export function explainVerbs(parent: Command): Command {
  for (const child of parent.commands) {
    // Settings are taken over by a verb only if they are made before it; this makes the order of the calls free.
    child
      .copyInheritedSettings(parent)
      .helpCommand(false)
      .configureHelp({ ...parent.configureHelp(), commandUsage: usageOf });
    for (const option of child.options) if (option.mandatory) option.helpGroup('Required options:');
    if (child.commands.length === 0) child.addHelpText('after', SHARED);
    explainVerbs(child);
  }
  return parent;
}

const usageOf = (command: Command): string =>
  [
    new Help().commandUsage(command),
    ...command.options.filter(({ mandatory }) => mandatory).map(({ flags }) => flags),
  ].join(' ');
