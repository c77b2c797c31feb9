import { z } from 'zod';

/** What GitHub says of a refusal, read by its signs; of its own text nothing goes further, for it holds names. */
export type Refusal = { status: number; headers: Record<string, unknown>; data: unknown };

const said = z.object({
  message: z.string().optional(),
  errors: z
    .array(z.union([z.string(), z.object({ message: z.string().optional() })]))
    .optional()
    .catch(undefined),
});

/** Everything that a refusal says in words. */
export function wordsOf({ data }: Refusal): string {
  const read = said.safeParse(data);
  if (!read.success) return '';
  const errors = (read.data.errors ?? []).map((one) => (typeof one === 'string' ? one : (one.message ?? '')));
  return [read.data.message ?? '', ...errors].join('\n');
}

/** Signs of a reason, and what is told of it; the first that fits. */
const REASONS: readonly { status: number; sign: RegExp; told: string }[] = [
  {
    status: 403,
    sign: /\bSAML\b|single sign-on/i,
    told: 'The organisation asks for single sign-on: the token has to be authorised for it',
  },
  { status: 403, sign: /\barchived\b/i, told: 'The repository is archived: nothing can be changed on it' },
  { status: 403, sign: /\bIP allow list\b/i, told: 'The organisation takes requests from listed addresses only' },
  { status: 403, sign: /\bresource not accessible by\b/i, told: 'The token lacks a permission that this takes' },
  { status: 403, sign: /\b(admin|push) (rights|access)\b/i, told: 'The token does not administer the repository' },
  { status: 403, sign: /\b(blocked|disabled|suspended)\b/i, told: 'GitHub has blocked the repository or the account' },
  {
    status: 422,
    sign: /\bmanaged users?\b|\bEMU\b/i,
    told: 'GitHub does not let managed users of another enterprise in, nor others into one',
  },
  {
    status: 422,
    sign: /\borganization-owned\b/i,
    told: 'Only on repositories of an organisation can the permission be chosen',
  },
  { status: 422, sign: /\bvalidation failed\b/i, told: 'GitHub finds the request invalid' },
];

/** The reason of a refusal as one of a closed set of short texts. */
export function reasonOf(refusal: Refusal): string {
  const { status, headers } = refusal;
  const words = headers['x-github-sso'] === undefined ? wordsOf(refusal) : 'SAML';
  const found = REASONS.find((reason) => reason.status === status && reason.sign.test(words));
  return `${found?.told ?? plain(status)} (HTTP ${status}).`;
}

function plain(status: number): string {
  switch (status) {
    case 401:
      return 'GitHub does not accept the token';
    case 403:
      return 'The token is not allowed to do this on the repository';
    case 404:
      return 'GitHub knows no such repository or account, or the token may not see it';
    case 422:
      return 'GitHub refuses the request as it stands';
    default:
      return 'GitHub refuses the request';
  }
}
