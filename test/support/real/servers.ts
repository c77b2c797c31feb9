/** Address of the run's Temporal server, `host:port`; it allows time skipping per execution. */
export function temporalAddress(): string {
  return fromSetup('DRAWBRIDGE_TEST_TEMPORAL');
}

/** What the run's setup has left in the environment; its absence means that the test ran without it. */
export function fromSetup(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run this test in the project "real".`);
  return value;
}
