import fc from 'fast-check';
import { parsePolicy } from '../../policy/policyFile.js';
import { DEFAULT_TEXT } from '../support/policy/policyText.js';

describe('any text as a policy', () => {
  const told = (text: string): boolean => {
    const read = parsePolicy(text);
    return (
      read.ok ||
      (read.faults.length > 0 && read.faults.every((f) => f.line >= 1 && f.column >= 1 && f.message.length > 10))
    );
  };

  test('given any text, then it is read or has faults, and nothing is thrown', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.json()), told), { numRuns: 500 });
  });

  test('given the default policy with a passage cut out and another put in, then it is read or has faults', () => {
    const at = fc.nat(DEFAULT_TEXT.length);
    fc.assert(
      fc.property(at, fc.nat(200), fc.string({ maxLength: 30 }), (from, length, put) =>
        told(DEFAULT_TEXT.slice(0, from) + put + DEFAULT_TEXT.slice(from + length)),
      ),
      { numRuns: 120 },
    );
  });
});
