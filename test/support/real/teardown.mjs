/** Ends the servers of the run, Temporal first. */
export default async function teardown() {
  for (const server of globalThis.drawbridgeServers ?? []) await server.stop();
}
