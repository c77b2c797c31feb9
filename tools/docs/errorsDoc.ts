import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ERRORS, type ErrorCode, isErrorCode } from '../../domain/case/errors.js';
import { ERROR_WORDS } from '../../presentation/words/errors.js';

/** Where the page lies, from the root of the repository. */
export const ERRORS_DOC = 'docs/errors.md';

/** The page of all error codes as the one table has them. */
export function errorsDoc(): string {
  const row = (code: ErrorCode): string => {
    const { status, recorded } = ERRORS[code];
    return `| \`${code}\` | ${status} | ${recorded ? 'yes' : 'no'} | ${ERROR_WORDS[code]} |`;
  };
  const rows = Object.keys(ERRORS).filter(isErrorCode).map(row);
  return `# Errors

Generated from \`domain/case/errors.ts\` and \`presentation/words/errors.ts\` by \`npm run docs:errors\`; a test compares them.

Every problem that the API answers with is \`application/problem+json\` (RFC 9457) and carries one of these codes in \`code\`;
the same word is the type of a Temporal \`ApplicationFailure\`. *Recorded*: a refusal of a command with this code stands in the
ledger, and its problem carries a \`receipt\`. After a 503 the same request with the same \`Idempotency-Key\` may be repeated
when the seconds in \`Retry-After\` are over. \`GET /api/errors/{code}\` explains one code.

| code | HTTP status | recorded | meaning |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

const isMain = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isMain) {
  const page = errorsDoc();
  const check = process.argv.includes('--check');
  if (!check) writeFileSync(ERRORS_DOC, page);
  else if (readFileSync(ERRORS_DOC, 'utf8') !== page) {
    console.error(`${ERRORS_DOC} is not what the table of errors says; run npm run docs:errors.`);
    process.exitCode = 1;
  }
}
