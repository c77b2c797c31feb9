import { papers } from '../../contract/commands/papers.js';

const certificate = {
  paper: 'iso27001',
  kind: 'attestation-report',
  title: 'ISO/IEC 27001:2022 certificate',
  textHash: 'a'.repeat(64),
  signers: [],
  from: '2026-09-07',
  until: '2029-09-06',
};

test('given a certificate, which nobody signs, when it is registered, then its body is taken as it is', () => {
  expect(papers.RegisterPaper.body.parse(certificate)).toEqual(certificate);
});

test('given a paper that does not say who signs it, when it is registered, then its body is wrong', () => {
  const { signers: _none, ...silent } = certificate;
  expect(papers.RegisterPaper.body.safeParse(silent).success).toBe(false);
});
