import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type RunningBrowser, startBrowser } from '../browser/browser.js';
import { Guests } from '../browser/guests.js';
import { type Before, openHouse } from '../browser/house/house.js';
import { SCREENS } from '../browser/screens.js';
import { BEFORE } from './before.js';
import { type Taken, writeContactSheet } from './contactSheet.js';
import { isBare, type Shot, shoot, shotsOf } from './shots.js';

const say = (line: string) => void process.stderr.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'out/screenshots' },
    /** Names of screens, separated by commas; left out: all of them. */
    only: { type: 'string' },
  },
});
const names = values.only?.split(',') ?? SCREENS.map(({ name }) => name);
const unknown = names.filter((name) => !SCREENS.some((screen) => screen.name === name));
if (unknown.length > 0) {
  say(`Unknown screen: ${unknown.join(', ')}. Use some of: ${SCREENS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
// Servers end with this process when it ends by itself.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

async function take(running: RunningBrowser, shots: Shot[], before: Before[]): Promise<Taken[]> {
  if (shots.length === 0) return [];
  const house = await openHouse({ before, onProgress: say });
  try {
    const guests = new Guests(running, house);
    const taken: Taken[] = [];
    for (const shot of shots) {
      const told = await shoot(guests, house, shot, join(values.out, `${shot.name}.png`));
      say([shot.name, ...told].join('\n  '));
      taken.push({ ...shot, told });
    }
    return taken;
  } finally {
    await house.stop();
  }
}

await mkdir(values.out, { recursive: true });
const shots = shotsOf(SCREENS.filter(({ name }) => names.includes(name)));
const running = await startBrowser();
const taken: Taken[] = [];
try {
  taken.push(
    ...(await take(
      running,
      shots.filter((shot) => !isBare(shot)),
      BEFORE,
    )),
  );
  taken.push(...(await take(running, shots.filter(isBare), [])));
} finally {
  await running.stop();
}
await writeContactSheet(values.out, taken);
const wrong = taken.filter(({ told }) => told.length > 0).length;
say(`${taken.length} screenshots, ${wrong} of pages with something wrong: ${join(values.out, 'index.html')}`);
process.exit(0);
