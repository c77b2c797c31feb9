/**
 * The import matrix: who may import whom, by folder. Folders read down are the way of a decision (see docs/architecture.md);
 * a folder imports what stands below it and nothing above.
 */
const folders = {
  domain: ['domain'],
  // Real servers for a machine of one's own: it knows no case and nothing of ours.
  sandbox: ['sandbox'],
  providers: ['providers', 'domain'],
  // Runs alone: an export is verified with no database and no engine loaded.
  evidence: ['evidence', 'domain'],
  policy: ['policy', 'providers', 'domain'],
  store: ['store', 'evidence', 'domain'],
  contract: ['contract', 'domain'],
  presentation: ['presentation', 'contract', 'evidence', 'domain'],
  activities: ['activities', 'presentation', 'policy', 'providers', 'store', 'evidence', 'domain'],
  workflows: ['workflows', 'domain'],
  client: ['client', 'workflows', 'store', 'evidence', 'domain'],
  api: ['api', 'client', 'presentation', 'contract', 'policy', 'store', 'evidence', 'domain'],
  workers: [
    'workers',
    'api',
    'client',
    'workflows',
    'activities',
    'presentation',
    'policy',
    'providers',
    'sandbox',
    'store',
    'evidence',
    'domain',
  ],
  // It composes everything on servers of its own, and acts through the HTTP API alone.
  rehearsal: [
    'rehearsal',
    'workers',
    'api',
    'client',
    'activities',
    'presentation',
    'contract',
    'policy',
    'providers',
    'sandbox',
    'store',
    'evidence',
    'domain',
  ],
  // Of the server, the command line knows its contract and nothing else.
  cli: ['cli', 'rehearsal', 'workers', 'presentation', 'contract', 'policy', 'sandbox', 'store', 'evidence', 'domain'],
  web: ['web', 'presentation', 'contract', 'domain'],
  // Benchmarks, chaos and generated pages look at every part from outside.
  tools: [
    'tools',
    'rehearsal',
    'workers',
    'api',
    'client',
    'workflows',
    'activities',
    'presentation',
    'contract',
    'policy',
    'providers',
    'sandbox',
    'store',
    'evidence',
    'domain',
  ],
};

/** What a folder may import besides, as types alone. */
const TYPES_ONLY = { workflows: ['activities', 'store', 'evidence'] };

const anyOf = (names) => `^(${names.join('|')})/`;

const matrix = Object.entries(folders).map(([folder, allowed]) => ({
  name: `${folder}-imports-only-what-stands-below-it`,
  severity: 'error',
  from: { path: anyOf([folder]) },
  to: { path: anyOf(Object.keys(folders)), pathNot: anyOf([...allowed, ...(TYPES_ONLY[folder] ?? [])]) },
}));

module.exports = {
  forbidden: [
    ...matrix,
    ...Object.entries(TYPES_ONLY).map(([folder, others]) => ({
      name: `${folder}-takes-types-only`,
      comment: 'Workflow code crosses into effects by `import type` only.',
      severity: 'error',
      from: { path: anyOf([folder]) },
      to: { path: anyOf(others), dependencyTypesNot: ['type-only'] },
    })),
    {
      name: 'domain-imports-no-package',
      comment: 'Pure rules: no I/O, no clock, no package but the audited hash, which runs in the workflow sandbox.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/@noble/hashes' },
    },
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
      name: 'evidence-needs-hashes-alone',
      comment: 'Whoever verifies an export trusts neither our database nor our engine, and loads neither.',
      severity: 'error',
      from: { path: '^evidence/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/canonicalize|^(node:)?crypto$' },
    },
    {
      name: 'contract-is-shapes',
      comment: 'The browser and the command line take it: zod and words of the domain, nothing that runs.',
      severity: 'error',
      from: { path: '^contract/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/zod' },
    },
    {
      name: 'presentation-is-pure',
      comment: 'Words and pages from values: no I/O, so that the console can take them.',
      severity: 'error',
      from: { path: '^presentation/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/(zod|handlebars|html-to-text)/' },
    },
    {
      name: 'production-knows-no-sandbox',
      comment: 'What is installed without devDependencies must not load them.',
      severity: 'error',
      from: { path: '^(workers|api|client|activities|store)/', pathNot: '^workers/(up\\.|up/)' },
      to: { path: '^sandbox/' },
    },
    {
      name: 'temporal-client-in-client-only',
      comment:
        'The only Temporal client is in client/; the embedded server looks whether it is ready, benchmarks have bare workflows as yardsticks, chaos runs look for failing tasks.',
      severity: 'error',
      from: { pathNot: '^(client|sandbox|rehearsal|tools)/' },
      to: { path: 'node_modules/@temporalio/client' },
    },
    {
      name: 'metrics-and-traces-in-one-place',
      comment: 'What watches is put around the parts from outside; none of them knows that it is watched.',
      severity: 'error',
      from: { pathNot: '^workers/(watch/|runApi)' },
      to: { path: 'node_modules/(@opentelemetry|prom-client|@temporalio/interceptors-opentelemetry)/' },
    },
    { name: 'no-circles', comment: 'Types included.', severity: 'error', from: {}, to: { circular: true } },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
