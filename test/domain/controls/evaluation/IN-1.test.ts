import type { JsonObject } from '../../../../domain/controls/form.js';
import { say } from '../../../../domain/say.js';
import { assess, HASH, met, open, paper, ref, refused } from '../../../support/controls/scene.js';

const numbers = { minimumProfessionalUsd: 1_000_000, minimumCyberUsd: 2_000_000 };
const professional = { paper: 'pl', amountUsd: 1_000_000, vendorInsured: true };
const cyber = { paper: 'cy', amountUsd: 2_000_000, vendorInsured: true };
const form = { professional, cyber };
const pl = paper('pl', { kind: 'insurance-certificate', signers: [], until: '2027-01-01T00:00:00.000Z' });
const cy = paper('cy', { kind: 'insurance-certificate', signers: [], until: '2026-12-01T00:00:00.000Z' });
const judge = (change: JsonObject = {}, papers = [pl, cy], now?: string) =>
  assess('IN-1', { form: { ...form, ...change }, numbers, papers, now });

test("IN-1 is refused for a cover below what the policy asks for, and for somebody else's", () => {
  expect(
    judge({ professional: { ...professional, amountUsd: 999_999 }, cyber: { ...cyber, vendorInsured: false } }),
  ).toEqual(
    refused(
      say('IN-1.amount-too-low', { cover: 'professional-liability', amountUsd: 999_999, minimumUsd: 1_000_000 }),
      say('IN-1.vendor-not-insured', { cover: 'cyber-liability' }),
    ),
  );
  expect(judge({ cyber: { ...cyber, amountUsd: 1_999_999 } })).toEqual(
    refused(say('IN-1.amount-too-low', { cover: 'cyber-liability', amountUsd: 1_999_999, minimumUsd: 2_000_000 })),
  );
});

test('IN-1 is met until the first certificate ends, and lapses at that instant', () => {
  expect(judge()).toEqual(met([ref('IN-1', form), `paper:pl@${HASH}`, `paper:cy@${HASH}`], cy.until));
  expect(judge({}, [pl, cy], cy.until)).toEqual(
    open([say('controls.paper-ended', { paper: 'cy', state: 'expired' })], { until: pl.until }),
  );
});

test('IN-1 is open before anything is supplied, on another kind of paper, and on a certificate without an end', () => {
  expect(assess('IN-1', { numbers })).toEqual(open([say('IN-1.not-supplied')]));
  const endless = paper('cy', { kind: 'insurance-certificate', signers: [] });
  expect(judge({}, [paper('pl', { kind: 'other', signers: [] }), endless])).toEqual(
    open([
      say('controls.paper-kind', { paper: 'pl', kind: 'other', kinds: ['insurance-certificate'] }),
      say('IN-1.no-end', { paper: 'cy' }),
    ]),
  );
});
