import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson, contentHash } from '../../domain/hash.js';
import { canonicalText, sha256Hex } from '../../evidence/chain.js';
import { seal, unseal } from '../../store/secrets.js';
import { unstorableAt } from '../../store/text.js';

test('the domain writes the same canonical bytes as RFC 8785, for any plain data', () => {
  const plain = fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' });
  fc.assert(
    fc.property(plain, (value) => {
      expect(canonicalJson(value)).toBe(canonicalText(value));
      expect(contentHash(value)).toBe(sha256Hex(canonicalText(value)));
    }),
    { numRuns: 2_000 },
  );
  expect(canonicalJson({ b: undefined, a: [undefined, 1e21, -0] })).toBe(
    canonicalText({ b: undefined, a: [undefined, 1e21, -0] }),
  );
});

test('text that cannot be kept is found exactly where canonical JSON or PostgreSQL would fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }), (text) => {
      const bad = text.includes('\u0000') || Buffer.from(text).toString() !== text;
      expect(unstorableAt({ a: [text] })).toBe(bad ? 'a[0]' : undefined);
    }),
    { numRuns: 2_000 },
  );
  expect(unstorableAt({ a: { 'x\u0000': 1 } })).toBe('a.x\u0000');
});

test('what is sealed opens with its key and label only', () => {
  const key = createHash('sha256').update('a').digest();
  const sealed = seal(key, Buffer.from('plain'), 'label');
  expect(unseal(key, sealed, 'label').toString()).toBe('plain');
  expect(() => unseal(key, sealed, 'other')).toThrow();
  expect(() => unseal(createHash('sha256').update('b').digest(), sealed, 'label')).toThrow();
  for (let i = 0; i < sealed.length; i++) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(i) ^ 1, i);
    expect(() => unseal(key, changed, 'label')).toThrow();
  }
  expect(() => unseal(key, sealed.subarray(0, 20), 'label')).toThrow();
});
