import { createCaseClient } from '../../client/caseClient.js';
import { connectTemporal, type TemporalSecurity } from '../../client/connection.js';
import { onceReady } from '../../workers/temporalReady.js';
import { type Authority, createAuthority } from '../support/real/certificates.js';
import { temporalAddress } from '../support/real/servers.js';
import { startTlsFront, type TlsFront } from '../support/real/tlsFront.js';
import { startDeafTemporal } from '../support/workers/deafTemporal.js';
import { openCase, registerPaper } from '../support/workflows/scene.js';
import { startWorld, type World } from '../support/workflows/world.js';

const AT = 'DNS:localhost';

let ours: Authority;
let others: Authority;
let world: World;
let front: TlsFront;
let shown: TemporalSecurity['tls'];
beforeAll(async () => {
  [ours, others] = [createAuthority(), createAuthority()];
  const { cert, key } = ours.sign('client');
  shown = { clientCertPair: { crt: cert.pem, key: key.pem } };
  world = await startWorld();
  front = await startTlsFront(temporalAddress(), ours.sign('temporal', AT), ours.ca);
});
afterAll(async () => {
  await world.end();
  await front.stop();
  for (const authority of [ours, others]) authority.remove();
});

const through = (address: string, security: TemporalSecurity) =>
  onceReady({ address, security }, () => connectTemporal(address, security));

test('given a certificate that each side trusts, a client and a worker pass a command through TLS', async () => {
  const security = { tls: { ...shown, serverRootCACertificate: ours.ca.pem } };
  const connection = await through(front.address, security);
  await world.worker({ temporalAddress: front.address, temporalSecurity: security });
  const { store, taskQueue } = world;
  const client = createCaseClient({ connection, store, taskQueue });
  const caseId = world.caseId();
  await client.openCase(caseId, openCase());
  expect(await client.send(caseId, registerPaper('nda'))).toMatchObject({ status: 'recorded' });
  expect((await world.rows(caseId)).map(({ event }) => event.type)).toContain('PaperDrafted');
  // The client, and the worker; the look beforehand ends with the server's half of the handshake.
  expect(front.handshakes()).toBeGreaterThanOrEqual(2);
  await connection.close();
});

const NOT_TRUSTED =
  'The certificate of Temporal is not trusted. TEMPORAL_TLS_CA must name the authority that issued it.';
const NO_ANSWER =
  'Temporal does not answer at TEMPORAL_ADDRESS. Check that it runs there, and that TEMPORAL_TLS, TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY are what it asks for.';

test('given a server that we do not trust, or one without TLS, when it is connected to, then it is refused before anything is sent', async () => {
  const refused = async (address: string, security: TemporalSecurity) => {
    const before = front.handshakes();
    const told = await through(address, security).then(
      () => 'let in',
      (error: unknown) => (error instanceof Error ? [error.name, error.message] : error),
    );
    return [told, front.handshakes() - before];
  };
  const serverRootCACertificate = ours.ca.pem;
  const not = (message: string) => [['TemporalNotReady', message], 0];
  expect(await refused(front.address, { tls: { ...shown, serverRootCACertificate: others.ca.pem } })).toEqual(
    not(NOT_TRUSTED),
  );
  expect(await refused(front.address, { tls: { ...shown } })).toEqual(not(NOT_TRUSTED));
  const ownName = { ...shown, serverRootCACertificate, serverNameOverride: 'temporal.example' };
  expect(await refused(front.address, { tls: ownName })).toEqual(
    not('The certificate of Temporal is for another name. Set TEMPORAL_TLS_SERVER_NAME to the name in it.'),
  );
  expect(await refused(temporalAddress(), { tls: { serverRootCACertificate } })).toEqual(
    not(
      'No TLS connection to Temporal (ERR_SSL_WRONG_VERSION_NUMBER). Check TEMPORAL_TLS, TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY.',
    ),
  );
});

test('given a server that does not trust us, when it is connected to, then the settings to check are named', async () => {
  const tls = { serverRootCACertificate: ours.ca.pem };
  await expect(through(front.address, { tls })).rejects.toMatchObject({ name: 'TemporalNotReady', message: NO_ANSWER });
});

test('an API key goes along with the calls of clients and workers, over TLS; a wrong one is told in a sentence', async () => {
  const temporal = await startDeafTemporal(ours.sign('cloud', AT), 'right');
  const { address } = temporal;
  const tls = { serverRootCACertificate: ours.ca.pem };
  await (await through(address, { tls, apiKey: 'right' })).close();
  expect(temporal.heard()).toEqual(['Bearer right']);
  const wrong = { tls, apiKey: 'wrong' };
  const told = {
    name: 'TemporalNotReady',
    message: 'Temporal refused TEMPORAL_API_KEY. Use a key of the namespace.',
  };
  await expect(through(address, wrong)).rejects.toMatchObject(told);
  const working = () => world.worker({ temporalAddress: address, temporalSecurity: wrong });
  await expect(onceReady({ address, security: wrong }, working)).rejects.toMatchObject(told);
  expect(temporal.heard().slice(1)).toEqual(expect.arrayContaining(['Bearer wrong', 'Bearer wrong']));
  await temporal.stop();
});
