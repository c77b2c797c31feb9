const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Within this the same request may come twice: from the terminal, and handed on by `npm`. */
const SAME_REQUEST_MS = 250;

/**
 * Settles at the first request to stop this process.
 *
 * A second one ends the process at once, with exit code 130: whoever asks twice does not want to wait.
 */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | undefined;
    for (const signal of SIGNALS)
      process.on(signal, () => {
        askedAt ??= Date.now();
        if (Date.now() - askedAt > SAME_REQUEST_MS) process.exit(130);
        resolve();
      });
  });
}
