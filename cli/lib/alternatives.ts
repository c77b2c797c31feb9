type Alternative = { status: string; path?: string };

/** The controls without those that wait on a path which another one has met already: one of a path is enough. */
export function withoutAlternatives<C extends Alternative>(controls: C[]): C[] {
  const met = new Set(
    controls.flatMap(({ path, status }) =>
      path !== undefined && (status === 'met' || status === 'waived') ? [path] : [],
    ),
  );
  return controls.filter(({ path, status }) => path === undefined || !met.has(path) || status === 'met');
}
