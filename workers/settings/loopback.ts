/** Whether a host name or address is this machine: what is said to it does not leave it. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[?::1\]?)$/i.test(host);

/** The host in `host:port` or in a URL; undefined where there is none to be read. */
export function hostOf(address: string): string | undefined {
  if (URL.canParse(address) && address.includes('://')) return new URL(address).hostname;
  return /^([^\s/]+):\d{1,5}$/.exec(address)?.[1];
}
