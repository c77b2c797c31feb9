/** Address of a directory without a slash at its end; throws when it is none, or would be spoken to in clear beyond this machine. */
export function checkedBaseUrl(baseUrl: string): string {
  const url = new URL(baseUrl);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal))
    throw new Error('The address of the SCIM directory must start with https://, unless the host is this machine.');
  if (url.username !== '' || url.search !== '' || url.hash !== '')
    throw new Error('The address of the SCIM directory must have no user, no query and no fragment in it.');
  return url.href.replace(/\/+$/, '');
}
