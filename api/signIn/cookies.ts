import type { FastifyReply, FastifyRequest } from 'fastify';

/** The cookies of an installation. */
export type Cookies = {
  /** The secret of the session. */
  session: Cookie;
  /** Binds the way to the provider and back to one browser. */
  start: Cookie;
  /** Binds a code to the browser that asked for it. */
  code: Cookie;
};

type Cookie = {
  read(request: FastifyRequest): string | undefined;
  set(reply: FastifyReply, value: string, maxAgeSeconds: number): void;
  clear(reply: FastifyReply): void;
};

const isLoopback = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);

/**
 * The cookies for a base URL: `__Host-` and `Secure`, so that neither another host nor a connection in clear sets or reads them.
 * On loopback over http without: some browsers refuse `Secure` there.
 */
export function cookiesOf(baseUrl: string): Cookies {
  const { protocol, hostname } = new URL(baseUrl);
  const secure = protocol === 'https:' || !isLoopback(hostname);
  const named = (name: string): Cookie => cookie(secure ? `__Host-${name}` : name, secure);
  return { session: named('drawbridge'), start: named('drawbridge-start'), code: named('drawbridge-code') };
}

function cookie(name: string, secure: boolean): Cookie {
  // Lax: somebody who follows a link in a letter is signed in; no other site can send it with a write.
  const how = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    read: (request) => request.cookies[name],
    set: (reply, value, maxAge) => void reply.setCookie(name, value, { ...how, maxAge }),
    clear: (reply) => void reply.clearCookie(name, how),
  };
}
