import { readFileSync } from 'node:fs';
import { ERRORS } from '../../../domain/case/errors.js';
import { ERROR_WORDS } from '../../../presentation/words/errors.js';
import { ERRORS_DOC, errorsDoc } from '../../../tools/docs/errorsDoc.js';

test('the page of errors is what the one table says', () => {
  expect(readFileSync(ERRORS_DOC, 'utf8')).toBe(errorsDoc());
});

test('every code has an HTTP status of an error and words that are whole sentences', () => {
  for (const [code, { status }] of Object.entries(ERRORS)) {
    expect(code).toMatch(/^[A-Z][A-Za-z]+$/);
    expect(status).toBeGreaterThanOrEqual(400);
  }
  for (const words of Object.values(ERROR_WORDS)) expect(words).toMatch(/^[A-Z].*\.$/);
});
