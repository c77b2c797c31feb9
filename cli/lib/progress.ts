const FRAMES = ['|', '/', '-', '\\'];

/**
 * Says on standard error what is being waited for, once it takes more than a second.
 *
 * On a terminal one line that moves and goes away; elsewhere one line, once. `quiet` says nothing.
 */
export async function withProgress<T>(what: string, quiet: boolean, work: () => Promise<T>): Promise<T> {
  if (quiet) return await work();
  const tty = Boolean(process.stderr.isTTY);
  const startedAt = Date.now();
  let shown = false;
  const timer = setInterval(
    () => {
      const seconds = Math.floor((Date.now() - startedAt) / 1000);
      if (seconds < 1 || (shown && !tty)) return;
      shown = true;
      const frame = FRAMES[Math.floor(Date.now() / 200) % FRAMES.length];
      process.stderr.write(tty ? `\r${frame} ${what} (${seconds} s)` : `${what} …\n`);
    },
    tty ? 200 : 1000,
  );
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (shown && tty) process.stderr.write(`\r${' '.repeat(what.length + 12)}\r`);
  }
}
