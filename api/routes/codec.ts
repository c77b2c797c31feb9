import type { Payload } from '@temporalio/common';
import { PayloadError } from '../../client/codec/errors.js';
import { isSealed } from '../../client/codec/payloadCodec.js';
import { problems } from '../../contract/answers.js';
import { type Payloads, payloads } from '../../contract/codec.js';
import type { Api } from '../api.js';
import { OPERATOR } from '../auth.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';

/** What the Temporal UI asks for at once; a history's page is larger than an act of a person. Bytes. */
const BODY_MAX = 8 * 1024 * 1024;
/** How long a browser keeps the answer to its question ahead, seconds. */
const PREFLIGHT_SECONDS = 600;

const schemaOf = (operationId: string, summary: string) => ({
  operationId,
  tags: ['operating'],
  summary,
  body: payloads,
  response: { 200: payloads, ...problems('PayloadKeyMissing', 'PayloadUnreadable') },
});

const bytesOf = ({ payloads }: Payloads): Payload[] =>
  payloads.map(({ metadata, data }) => ({
    metadata: Object.fromEntries(Object.entries(metadata).map(([name, text]) => [name, Buffer.from(text, 'base64')])),
    data: Buffer.from(data, 'base64'),
  }));

const base64Of = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString('base64');

const textOf = (payloads: Payload[]): Payloads => ({
  payloads: payloads.map(({ metadata, data }) => ({
    metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, bytes]) => [name, base64Of(bytes)])),
    data: base64Of(data),
  })),
});

async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof PayloadError) throw new Problem(error.code, error.message);
    throw error;
  }
}

/**
 * The remote codec of the Temporal UI and of `temporal --codec-endpoint`: `/codec/decode` and `/codec/encode`, for operators alone.
 *
 * There is none without a codec. A browser is let in from the one configured page, and needs a token as everybody does.
 */
export function codecRoutes(api: Api, { codec, config: { codecUiOrigin } }: ApiParts): void {
  if (codec === undefined) return;
  const options = { bodyLimit: BODY_MAX, config: { access: OPERATOR } };
  const decoding = schemaOf('DecodePayloads', 'Decrypt payloads that Temporal keeps');
  api.post('/codec/decode', { schema: decoding, ...options }, async ({ body }) => {
    // A page of a history also has what the engine itself wrote: that is shown as it is.
    const shown = bytesOf(body).map(async (one) => (isSealed(one) ? await codec.decode([one]) : [one]));
    return textOf((await readable(Promise.all(shown))).flat());
  });
  const encoding = schemaOf('EncodePayloads', 'Encrypt payloads as Temporal is to keep them');
  api.post('/codec/encode', { schema: encoding, ...options }, async ({ body }) =>
    textOf(await codec.encode(bytesOf(body))),
  );
  if (codecUiOrigin !== undefined) letPageIn(api, codecUiOrigin);
}

function letPageIn(api: Api, origin: string): void {
  // On sending, so that the page can read a refusal as well.
  api.addHook('onSend', async (request, reply, payload) => {
    reply.header('vary', 'Origin');
    if (request.headers.origin === origin) reply.header('access-control-allow-origin', origin);
    return payload;
  });
  for (const path of ['/codec/decode', '/codec/encode'])
    api.options(path, { schema: { hide: true }, config: { access: 'public' } }, async (request, reply) => {
      if (request.headers.origin !== origin) throw new Problem('Forbidden');
      return reply
        .code(204)
        .header('access-control-allow-methods', 'POST')
        .header('access-control-allow-headers', 'authorization, content-type, x-namespace')
        .header('access-control-max-age', PREFLIGHT_SECONDS)
        .send();
    });
}
