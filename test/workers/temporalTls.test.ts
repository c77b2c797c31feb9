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
  // The probe, the client, and the worker.
  expect(front.handshakes()).toBeGreaterThanOrEqual(3);
  await connection.close();
});

const NOT_TRUSTED = 'Nobody whom we trust vouches for the certificate of Temporal; TEMPORAL_TLS_CA must name who does.';

test('a server that we do not trust, one that does not trust us, and one without TLS are told apart before anything is sent', async () => {
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
    not('The certificate of Temporal is for another name; TEMPORAL_TLS_SERVER_NAME must be the one in it.'),
  );
  expect(await refused(front.address, { tls: { serverRootCACertificate } })).toEqual(
    not('Temporal does not take our certificate; TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY must be ones that it trusts.'),
  );
  expect(await refused(temporalAddress(), { tls: { serverRootCACertificate } })).toEqual(
    not('No secure connection to Temporal came about; TEMPORAL_TLS should be off where it does not speak TLS.'),
  );
});

test('a server that ends the connection after the handshake, without a word, is given time before that is told', async () => {
  const { cert, key } = others.sign('stranger');
  const tls = { serverRootCACertificate: ours.ca.pem, clientCertPair: { crt: cert.pem, key: key.pem } };
  let tried = 0;
  const open = async () => {
    tried += 1;
    throw new Error('Failed to connect.');
  };
  await expect(onceReady({ address: front.address, security: { tls } }, open)).rejects.toMatchObject({
    name: 'TemporalNotReady',
    message: 'Temporal ended the connection that it had secured; TEMPORAL_TLS_CERT must be one that it trusts.',
  });
  expect(tried).toBe(1);
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
    message: 'Temporal does not let us in; TEMPORAL_API_KEY must be a key of the namespace.',
  };
  await expect(through(address, wrong)).rejects.toMatchObject(told);
  const working = world.worker({ temporalAddress: address, temporalSecurity: wrong });
  await expect(onceReady({ address, security: wrong }, () => working)).rejects.toMatchObject(told);
  expect(temporal.heard().slice(1)).toEqual(expect.arrayContaining(['Bearer wrong', 'Bearer wrong']));
  await temporal.stop();
});
