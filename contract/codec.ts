import { z } from 'zod';

const base64 = z.base64();

/** Payloads as the Temporal UI sends them, and gets them back. */
export const payloads = z.object({
  payloads: z
    .array(z.object({ metadata: z.record(z.string(), base64).default({}), data: base64.default('') }))
    .max(10_000)
    .describe('Payloads as protobuf writes them in JSON: bytes in base 64.'),
});
export type Payloads = z.infer<typeof payloads>;
