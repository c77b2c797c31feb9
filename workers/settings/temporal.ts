import { z } from 'zod';
import { PAYLOAD_KEYS_FORM, payloadKeysOf } from '../../client/codec/keyring.js';
import type { TemporalSecurity } from '../../client/connection.js';
import { certificateFile, privateKeyFile } from './files.js';
import { hostOf, isLoopback } from './loopback.js';

/** Settings of the way to Temporal, and of what it keeps. */
export const temporalSecurity = {
  TEMPORAL_TLS: z
    .enum(['on', 'off'], 'on, or off for a network that you trust')
    .optional()
    .describe(
      'whether the way to Temporal is encrypted; left out: on with any setting of TLS below or an API key, else off on this machine and refused beyond it',
    ),
  TEMPORAL_TLS_CA: certificateFile()
    .optional()
    .describe('who vouches for the Temporal frontend; left out: the public authorities'),
  TEMPORAL_TLS_CERT: certificateFile().optional().describe('the certificate that we show (mutual TLS)'),
  TEMPORAL_TLS_KEY: privateKeyFile().optional().describe('the key of that certificate'),
  TEMPORAL_TLS_SERVER_NAME: z
    .string('the name in the certificate of the frontend')
    .min(1, 'the name in the certificate of the frontend')
    .optional()
    .describe('left out: the host in TEMPORAL_ADDRESS'),
  TEMPORAL_API_KEY: z
    .string('an API key of the namespace')
    .min(1, 'an API key of the namespace')
    .optional()
    .describe('sent with every call, and only over TLS'),
  PAYLOAD_KEYS: z
    .string(PAYLOAD_KEYS_FORM)
    .transform((text, context) => {
      const keys = payloadKeysOf(text);
      if (keys !== undefined) return keys;
      context.addIssue({ code: 'custom', message: PAYLOAD_KEYS_FORM });
      return z.NEVER;
    })
    .optional()
    .describe('encrypt what Temporal keeps of a case; left out: none on this machine, refused beyond it'),
};

type Given = z.infer<z.ZodObject<typeof temporalSecurity>> & { TEMPORAL_ADDRESS: string };
type Report = { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void };

/**
 * What leaves this machine is encrypted, or somebody has said that it need not be: a remote Temporal without a word about
 * TLS or payload keys refuses to boot.
 */
export function checkTemporal(given: Given, report: Report): void {
  const fault = (setting: string, message: string) => report.addIssue({ code: 'custom', path: [setting], message });
  const host = hostOf(given.TEMPORAL_ADDRESS);
  if (host !== undefined && !isLoopback(host)) {
    if (given.TEMPORAL_TLS === undefined && !namesTls(given))
      fault('TEMPORAL_TLS', 'on, or off for a network that you trust, since TEMPORAL_ADDRESS is another machine');
    if (given.PAYLOAD_KEYS === undefined)
      fault('PAYLOAD_KEYS', `${PAYLOAD_KEYS_FORM}, since TEMPORAL_ADDRESS is another machine`);
  }
  if (given.TEMPORAL_TLS === 'off' && namesTls(given))
    fault('TEMPORAL_TLS', 'on, or left out, when another setting of TLS or an API key is given');
  if (given.TEMPORAL_TLS_CERT !== undefined && given.TEMPORAL_TLS_KEY === undefined)
    fault('TEMPORAL_TLS_KEY', 'the key of TEMPORAL_TLS_CERT');
  if (given.TEMPORAL_TLS_KEY !== undefined && given.TEMPORAL_TLS_CERT === undefined)
    fault('TEMPORAL_TLS_CERT', 'the certificate of TEMPORAL_TLS_KEY');
}

const namesTls = (given: Given): boolean =>
  [
    given.TEMPORAL_TLS_CA,
    given.TEMPORAL_TLS_CERT,
    given.TEMPORAL_TLS_KEY,
    given.TEMPORAL_TLS_SERVER_NAME,
    given.TEMPORAL_API_KEY,
  ].some((one) => one !== undefined);

/** The way to Temporal as the settings have it. */
export function temporalSecurityOf(given: Given): TemporalSecurity {
  if (given.TEMPORAL_TLS !== 'on' && !namesTls(given)) return {};
  const { TEMPORAL_TLS_CA: ca, TEMPORAL_TLS_CERT: crt, TEMPORAL_TLS_KEY: key, TEMPORAL_TLS_SERVER_NAME: name } = given;
  return {
    tls: {
      ...(ca !== undefined && { serverRootCACertificate: ca }),
      ...(crt !== undefined && key !== undefined && { clientCertPair: { crt, key } }),
      ...(name !== undefined && { serverNameOverride: name }),
    },
    ...(given.TEMPORAL_API_KEY !== undefined && { apiKey: given.TEMPORAL_API_KEY }),
  };
}
