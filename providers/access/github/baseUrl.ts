/** An API address of GitHub without a slash at its end; throws when it is none, or would be spoken to in clear beyond this machine. */
export function checkedBaseUrl(baseUrl: string): string {
  const url = new URL(baseUrl);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) {
    throw new Error('The address of GitHub must start with https://, unless the host is this machine.');
  }
  return baseUrl.replace(/\/+$/, '');
}
