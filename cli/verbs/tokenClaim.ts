import type { Command } from 'commander';
import { claimedToken } from '../../contract/tokens.js';
import { badInput } from '../exit.js';
import { givenAddress, refuseClearText } from '../lib/address.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { painted, pairs, show } from '../lib/print.js';
import { readable } from '../lib/times.js';

/** `drawbridge token claim`: the token that was issued for somebody, for the code of their letter. */
export function addTokenClaim(token: Command): void {
  const verb = token
    .command('claim <code>')
    .description('claim the token that was issued for you, with the code of the letter; it is shown once')
    .action(async (code: string, _: unknown, command: Command) => {
      const globals = optionsOf(command);
      const url = givenAddress(globals);
      if (url === undefined) throw badInput('Set DRAWBRIDGE_URL or --url to the address in the letter.');
      refuseClearText(url);
      const claimed = await askJson({ url }, '/api/tokens/claim', claimedToken, { body: { code } });
      show(globals.json, claimed, () =>
        pairs([
          ['Token', painted(claimed.token)],
          ['Id', claimed.tokenId],
          ['Role', claimed.role],
          ['Case', claimed.caseId],
          ['Valid until', readable(claimed.expiresAt)],
        ]),
      );
    });
  withExamples(verb, 'token claim dbc_4k2f… --url https://drawbridge.client.example');
}
