import { readFileSync } from 'node:fs';
import { ERRORS } from '../../../domain/case/errors.js';
import { ERRORS_DOC, errorsDoc } from '../../../tools/docs/errorsDoc.js';

test('the page of errors is what the one table says', () => {
  expect(readFileSync(ERRORS_DOC, 'utf8')).toBe(errorsDoc());
});

test('every code has an HTTP status of an error and one sentence', () => {
  for (const [code, { status, means }] of Object.entries(ERRORS)) {
    expect(code).toMatch(/^[A-Z][A-Za-z]+$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(means).toMatch(/^[A-Z].*\.$/);
  }
});
