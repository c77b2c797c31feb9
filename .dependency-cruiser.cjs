/**
 * The import matrix: who may import whom, by folder. Folders read down are the way of a decision (see docs/architecture.md);
 * a folder imports what stands below it and nothing above.
 */
const folders = {
  domain: ['domain'],
  policy: ['policy', 'domain'],
  providers: ['providers', 'domain'],
  store: ['store', 'domain'],
  // Encrypts what Temporal keeps, on its way out of a client or a worker; it knows no case.
  codec: ['codec'],
  activities: ['activities', 'policy', 'providers', 'store', 'domain'],
  workflows: ['workflows', 'domain'],
  client: ['client', 'workflows', 'codec', 'store', 'domain'],
  api: ['api', 'client', 'codec', 'policy', 'store', 'domain'],
  workers: ['workers', 'api', 'client', 'workflows', 'codec', 'activities', 'policy', 'providers', 'store', 'domain'],
  // It composes everything anew on servers of its own.
  rehearsal: ['rehearsal', 'workers', 'api', 'client', 'activities', 'policy', 'providers', 'store', 'domain'],
  // It measures every part from outside, and rehearsals as a whole.
  bench: [
    'bench',
    'rehearsal',
    'workers',
    'api',
    'client',
    'workflows',
    'activities',
    'policy',
    'providers',
    'store',
    'domain',
  ],
  // It runs every part as a process of its own and does harm to it.
  chaos: ['chaos', 'workers', 'api', 'client', 'codec', 'activities', 'policy', 'providers', 'store', 'domain'],
  // Of the edge, the command line knows the shapes of answers and nothing else.
  cli: ['cli', 'api/schemas', 'api/views', 'api/report', 'rehearsal', 'workers', 'policy', 'store', 'domain'],
};

const matrix = Object.entries(folders).map(([folder, allowed]) => ({
  name: `${folder}-imports-only-what-stands-below-it`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { path: `^(${Object.keys(folders).join('|')})/`, pathNot: `^(${allowed.join('|')})/` },
}));

/** What a folder may import besides, as types alone. */
const TYPES_ONLY = { workflows: ['activities', 'store'] };

for (const rule of matrix) {
  const folder = rule.name.split('-')[0];
  const typesOnly = TYPES_ONLY[folder];
  if (typesOnly?.length) rule.to.pathNot = rule.to.pathNot.replace(')/', `)/|^(${typesOnly.join('|')})/`);
}

module.exports = {
  forbidden: [
    ...matrix,
    {
      name: 'domain-imports-no-package',
      comment: 'Pure rules: no I/O, no clock, no package but the audited hash, which runs in the workflow sandbox.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/@noble/hashes' },
    },
    ...Object.entries(TYPES_ONLY).map(([folder, others]) => ({
      name: `${folder}-takes-types-only`,
      comment: 'Workflow code crosses into effects by `import type` only.',
      severity: 'error',
      from: { path: `^${folder}/` },
      to: { path: `^(${others.join('|')})/`, dependencyTypesNot: ['type-only'] },
    })),
    {
      name: 'workflows-import-no-node-and-few-packages',
      severity: 'error',
      from: { path: '^workflows/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core'],
        pathNot: 'node_modules/@temporalio/(workflow|common)|node_modules/@noble/hashes',
      },
    },
    {
      name: 'temporal-client-in-client-only',
      comment:
        'The only Temporal client is in client/; the embedded server looks whether it is ready, benchmarks have bare workflows as yardsticks, chaos runs look for failing tasks.',
      severity: 'error',
      from: { pathNot: '^(client|workers/local|rehearsal|bench|chaos)/' },
      to: { path: 'node_modules/@temporalio/client' },
    },
    {
      name: 'metrics-and-traces-in-one-place',
      comment: 'What watches is put around the parts from outside; none of them knows that it is watched.',
      severity: 'error',
      from: { pathNot: '^workers/(watch/|runApi)' },
      to: { path: 'node_modules/(@opentelemetry|prom-client|@temporalio/interceptors-opentelemetry)/' },
    },
    {
      name: 'another-engine-in-its-benchmark-only',
      comment: 'It is there to be measured beside Temporal; the product knows one engine.',
      severity: 'error',
      from: { pathNot: '^bench/parts/engines' },
      to: { path: 'node_modules/@dbos-inc/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
