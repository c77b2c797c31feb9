import { providerContract } from '../../support/providers/contract.js';
import { scimGrounds } from '../../support/providers/scimGround.js';
import { type ScimServer, startScimServer } from '../../support/providers/scimServer.js';

let server: ScimServer;
beforeAll(async () => {
  server = await startScimServer();
});
afterAll(() => server.stop());

providerContract(
  'SCIM',
  scimGrounds(() => server),
);
