import type { Command } from 'commander';
import { me } from '../../contract/tokens.js';
import { dataDirOf, readUpFile } from '../../workers/upFiles.js';
import { badInput, CliError, EXIT } from '../exit.js';
import { givenAddress, refuseClearText } from '../lib/address.js';
import { signInByDevice } from '../lib/deviceSignIn.js';
import { withExamples } from '../lib/examples.js';
import { type Globals, optionsOf } from '../lib/globals.js';
import { askJson, send } from '../lib/http.js';
import { keptFor } from '../lib/keptSession.js';
import { forgetSignIn, type KeptSignIn, keepSignIn, keptFile, keptSignIns } from '../lib/keptSignIns.js';
import { pairs, show } from '../lib/print.js';
import { readable } from '../lib/times.js';

async function addressOf(globals: Globals): Promise<string> {
  const here = givenAddress(globals) ?? (await readUpFile(dataDirOf(globals.data)))?.apiUrl;
  const url = here ?? (await keptSignIns())[0]?.url;
  if (url === undefined) throw badInput('Say where: set --url or DRAWBRIDGE_URL to the address of your Drawbridge.');
  refuseClearText(url);
  return url;
}

/** `drawbridge sign-in`: a token of one's own for the command line, confirmed in the browser. */
export function addSignIn(program: Command): void {
  const verb = program
    .command('sign-in')
    .description('sign in: you confirm a code in your browser, and the command line acts as you from then on')
    .option('--read-only', 'only read')
    .action(async (_: unknown, command: Command) => {
      const globals = optionsOf<{ readOnly?: boolean }>(command);
      const url = await addressOf(globals);
      const earlier = (await keptSignIns()).find((one) => one.url === url);
      const { token, tokenId, expiresAt, scope } = await signInByDevice(url, globals.readOnly ? 'read' : 'act');
      await keepSignIn({ url, token, tokenId, expiresAt });
      if (earlier !== undefined) await endToken(earlier).catch(() => undefined);
      const { names, personId, role } = await askJson({ url, token }, '/api/me', me);
      const name = names[personId] ?? personId;
      show(globals.json, { url, personId, role, scope, tokenId, expiresAt, file: keptFile() }, () =>
        pairs([
          ['Signed in', `${name} at ${url}`],
          ['May', scope === 'act' ? 'read and act; what binds you stays with the browser' : 'read'],
          ['Until', readable(expiresAt)],
          ['Kept in', keptFile()],
        ]),
      );
    });
  withExamples(verb, 'sign-in --url https://drawbridge.client.example', 'sign-in --read-only');
}

/** `drawbridge sign-out`: ends the token of this command line. */
export function addSignOut(program: Command): void {
  const verb = program
    .command('sign-out')
    .description('sign this command line out: its token ends at once')
    .action(async (_: unknown, command: Command) => {
      const globals = optionsOf(command);
      const kept = await keptFor(globals);
      if (kept === undefined) throw badInput('You are not signed in there.');
      await endToken(kept);
      await forgetSignIn(kept.url);
      show(globals.json, { url: kept.url, tokenId: kept.tokenId }, () => `Signed out at ${kept.url}.`);
    });
  withExamples(verb, 'sign-out --url https://drawbridge.client.example');
}

/** Ends a kept token where it was made; one that has ended already is fine. */
async function endToken({ url, token, tokenId }: KeptSignIn): Promise<void> {
  await send({ url, token }, `/api/my-tokens/${encodeURIComponent(tokenId)}`, { method: 'DELETE' }).catch(
    (error: unknown) => {
      const isGone =
        error instanceof CliError && (error.more.code === 'Unauthenticated' || error.exitCode === EXIT.notFound);
      if (!isGone) throw error;
    },
  );
}
