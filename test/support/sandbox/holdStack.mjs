/** Holds a local stack until its stdin closes or it is killed; tells one JSON line per event. `node holdStack.mjs [DIR]` */
import { startLocalStack } from '../../../dist/sandbox/stack.js';

const tell = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
try {
  const { stop, ...stack } = await startLocalStack({
    dataDir: process.argv[2] ?? null,
    virtualTime: false,
    useEnvironment: process.env.USE_ENVIRONMENT === 'yes',
    ui: false,
    onLost: (lost) => tell({ lost }),
  });
  tell({ ready: stack });
  process.stdin.resume();
  process.stdin.once('end', async () => {
    await stop();
    tell({ stopped: true });
  });
} catch (error) {
  tell({ failed: { code: error.code, message: error.message } });
  process.exitCode = 1;
}
