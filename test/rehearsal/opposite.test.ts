import type { Servers } from '../../rehearsal/ground.js';
import { loadScenario } from '../../rehearsal/load.js';
import { play } from '../../rehearsal/player.js';
import type { Expectation } from '../../rehearsal/schema.js';
import { startServers } from '../../rehearsal/servers.js';

const OPPOSITES: Record<string, Expectation> = {
  'control SA-1 is met': { control: { id: 'SA-1', is: 'open' } },
  'the gate is open': { gate: { 'working-agreement': 'shut' } },
  'ada is present': { access: { who: 'ada', is: 'absent' } },
  'nina is absent': { access: { who: 'nina', is: 'present' } },
  'the case is open': { case: { status: 'closed' } },
  'the gate is in the ledger': { event: { type: 'StageCompleted', where: { stage: 'contract' }, times: 0 } },
  'legal got a letter': { mail: { to: 'legal', about: 'Decide: contract', is: 'not-sent' } },
  'msa is in force': { paper: { id: 'msa', is: 'expired' } },
  'no flag is raised': { flag: { id: 'RF-2', is: 'open' } },
  'KT-1 is a task': { task: { id: 'item:KT-1', is: 'none' } },
};

describe('expectations turned into their opposite', () => {
  let servers: Servers;
  beforeAll(async () => {
    servers = await startServers();
  });
  afterAll(async () => {
    await servers.stop();
  });

  test('given a scenario that is met, when each kind is turned round, then each of those fails and no other', async () => {
    const loaded = await loadScenario('examples/scenarios/hard-soc2.yaml');
    const opposites = Object.values(OPPOSITES);
    const played = await play(servers, { ...loaded, steps: [...loaded.steps, { expect: opposites }] }, () => undefined);
    await played.stage.stop();
    const failed = played.verdicts.filter((v) => !v.met);
    expect({ ok: played.ok, failed: failed.length }).toEqual({ ok: false, failed: opposites.length });
  });

  test('given an act that is refused although nobody expects it, then the scenario fails', async () => {
    const loaded = await loadScenario('examples/scenarios/hard-soc2.yaml');
    const [first] = loaded.steps;
    if (first === undefined || !('do' in first)) throw new Error('The scenario begins with an act.');
    const asVendor = { ...first, as: 'legal' };
    const played = await play(servers, { ...loaded, steps: [asVendor] }, () => undefined);
    await played.stage.stop();
    expect(played.verdicts.filter((v) => !v.met).map((v) => [v.expected, v.found.split(':')[0]])).toEqual([
      ['legal: submit-evidence EM-2 is done', 'NotYourRole'],
    ]);
  });
});
