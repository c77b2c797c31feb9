import type { PersonId, Role } from '../../domain/case/roles.js';
import type { Instant } from '../../domain/time.js';
import { commandLine } from '../actions/shell.js';
import { endText, instantText } from '../words/dates.js';
import { ROLE_WORDS } from '../words/names.js';
import type { Draft } from './model.js';

/** What somebody is told of a token that was issued for them. */
export type TokenLetter = {
  tokenId: string;
  role: Role;
  code: string;
  claimUntil: Instant;
  expiresAt: Instant;
  issuedBy: PersonId;
  reader: { name: string; timeZone?: string };
  /** Without a slash at the end. */
  baseUrl: string;
};

/** Words the letter that brings a person the code of their token. No link holds the code: programs that open links use up nothing. */
export function draftTokenLetter(letter: TokenLetter): Draft {
  const { role, code, claimUntil, expiresAt, issuedBy, reader, baseUrl } = letter;
  const { timeZone: zone } = reader;
  const line = commandLine({ verb: 'token claim', operands: [code], options: [['--url', baseUrl]] });
  return {
    subject: 'Claim your access to Drawbridge',
    head: [new URL(baseUrl).host],
    heading: 'Claim your access to Drawbridge',
    reader: reader.name,
    intro: [
      `{person:${issuedBy}} has issued you access to Drawbridge as ${ROLE_WORDS[role]}. It starts when you claim it with the code below, and ends on ${instantText(expiresAt, zone)}.`,
    ],
    items: [
      {
        title: 'Claim your access',
        due: `Due ${endText(claimUntil, zone)}`,
        why: [
          'The code works once and is known to nobody else. Whoever issued it cannot see it.',
          'You did not expect this letter? Do not use the code, and ask {person:ISSUER} about it.'.replace(
            'ISSUER',
            issuedBy,
          ),
        ],
        steps: [
          { text: 'Run this where you work with Drawbridge, and keep the token that it prints:', commands: [line] },
        ],
      },
    ],
    href: baseUrl,
    client: new URL(baseUrl).host,
  };
}
