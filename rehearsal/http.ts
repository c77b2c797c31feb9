/** What the API answered. */
export type Answer = { status: number; body: unknown };

/** Asks the API as one person; throws only when it cannot be reached. */
export async function ask(
  url: string,
  token: string,
  request: { method?: 'GET' | 'POST'; json?: unknown; bytes?: Buffer; key?: string } = {},
): Promise<Answer> {
  const { json, bytes, key } = request;
  const payload = bytes === undefined ? (json === undefined ? undefined : JSON.stringify(json)) : new Uint8Array(bytes);
  const response = await fetch(url, {
    method: request.method ?? (payload === undefined ? 'GET' : 'POST'),
    headers: {
      authorization: `Bearer ${token}`,
      ...(payload === undefined
        ? {}
        : { 'content-type': bytes === undefined ? 'application/json' : 'application/octet-stream' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(payload === undefined ? {} : { body: payload }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const body: unknown = isJson && text !== '' ? JSON.parse(text) : text;
  return { status: response.status, body };
}

/** A field of an answer, when it is an object that has it. */
export const fieldOf = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null && name in body
    ? Object.entries(body).find(([key]) => key === name)?.[1]
    : undefined;

/** The sentence of a problem, or what else the API said. */
export const sentenceOf = ({ status, body }: Answer): string =>
  String(fieldOf(body, 'detail') ?? fieldOf(body, 'title') ?? `the API answered ${status}`);
