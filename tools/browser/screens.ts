/** Somebody of the example cases, and the way by which they sign in. */
export type Person = { email: string; way: 'provider' | 'code' };

const client = (name: string): Person => ({ email: `${name}@meridian.example`, way: 'provider' });

/** Who looks at a screen. */
export const PEOPLE = {
  procurement: client('petra.lang'),
  manager: client('jonas.brandt'),
  legal: client('hanna.vogt'),
  privacy: client('ines.maurer'),
  security: client('karl.winter'),
  executive: client('ruth.albrecht'),
  compliance: client('otto.reimers'),
  operator: { email: 'operator@drawbridge.example', way: 'provider' },
  contact: { email: 'marta.zielinska@baltyk.example', way: 'code' },
  candidateContact: { email: 'pawel.rogala@odra.example', way: 'code' },
  engineer: { email: 'ada@baltyk.example', way: 'code' },
} as const satisfies Record<string, Person>;
export type PersonName = keyof typeof PEOPLE;

/** Whether there is much to show, nothing yet, or a server that says no. */
export const STATES = ['full', 'empty', 'error'] as const;
export type ScreenState = (typeof STATES)[number];

/**
 * One screen: its address, who looks at it, and in which states it can be.
 *
 * In an address `{running}` or `{deciding}` stands for the id of that case, which in the state `empty` is one that was just
 * opened, `{paper}` for the first document of that case, `{explain}` for the first grant of that case now, `{place}` for the
 * first place that cases give access to, and `{work:decide}` for where the person's first task of that kind
 * leads. `keys` are pressed once it is there.
 */
export type Screen = {
  name: string;
  path: string;
  as?: PersonName;
  states: readonly ScreenState[];
  keys?: string;
  /** The case whose time it is; default the one that waits for a decision. */
  at?: 'running';
  /** What is told on the console on this screen, and is no fault of it. */
  excused?: RegExp;
};

/** Whoever looks at a page runs a script in it, and its frames allow none. */
const FRAME = /^Blocked script execution in /;

const FULL = ['full'] as const;
const FULL_ERROR = ['full', 'error'] as const;
const EVERY = STATES;

/** Every screen of the console. */
export const SCREENS: readonly Screen[] = [
  { name: 'sign-in', path: '/sign-in', states: FULL },
  { name: 'sign-in-failed', path: '/sign-in?problem=SignInFailed', states: FULL },
  { name: 'work', path: '/', as: 'procurement', states: EVERY },
  { name: 'work-manager', path: '/', as: 'manager', states: FULL },
  { name: 'work-vendor', path: '/', as: 'candidateContact', states: FULL_ERROR },
  { name: 'work-engineer', path: '/', as: 'engineer', states: FULL, at: 'running' },
  { name: 'search', path: '/', as: 'procurement', states: FULL, keys: 'Control+k' },
  { name: 'keys', path: '/', as: 'procurement', states: FULL, keys: '?' },
  { name: 'decide', path: '{work:decide}', as: 'privacy', states: FULL_ERROR },
  { name: 'form', path: '{work:fill-in}', as: 'legal', states: FULL_ERROR },
  { name: 'form-vendor', path: '{work:fill-in}', as: 'candidateContact', states: FULL },
  { name: 'task', path: '{work:do}', as: 'security', states: FULL_ERROR },
  { name: 'confirm', path: '{work:confirm}', as: 'manager', states: FULL },
  { name: 'letter', path: '/tasks/0000000000000000', as: 'manager', states: FULL },
  { name: 'cases', path: '/cases', as: 'procurement', states: EVERY },
  { name: 'new-case', path: '/cases/new', as: 'procurement', states: FULL_ERROR },
  { name: 'case', path: '/cases/{running}', as: 'procurement', states: EVERY, at: 'running' },
  { name: 'case-controls', path: '/cases/{running}/controls', as: 'procurement', states: EVERY, at: 'running' },
  { name: 'case-documents', path: '/cases/{running}/documents', as: 'legal', states: EVERY, at: 'running' },
  { name: 'case-people', path: '/cases/{running}/people', as: 'manager', states: EVERY, at: 'running' },
  { name: 'case-running', path: '/cases/{running}/running', as: 'manager', states: EVERY, at: 'running' },
  { name: 'case-incidents', path: '/cases/{running}/incidents', as: 'security', states: EVERY, at: 'running' },
  { name: 'case-story', path: '/cases/{running}/story', as: 'compliance', states: EVERY, at: 'running' },
  { name: 'explain', path: '/cases/{running}/explain', as: 'compliance', states: FULL_ERROR, at: 'running' },
  { name: 'explained', path: '/cases/{running}/explain?{explain}', as: 'compliance', states: FULL, at: 'running' },
  {
    name: 'case-report',
    path: '/cases/{running}/report',
    as: 'manager',
    states: FULL_ERROR,
    at: 'running',
    excused: FRAME,
  },
  { name: 'document', path: '/cases/{running}/documents/{paper}', as: 'legal', states: FULL_ERROR, at: 'running' },
  { name: 'act', path: '/cases/{running}/do/ReportIncident', as: 'security', states: FULL_ERROR, at: 'running' },
  { name: 'case-vendor', path: '/cases/{running}', as: 'contact', states: FULL_ERROR, at: 'running' },
  { name: 'case-engineer', path: '/cases/{running}', as: 'engineer', states: FULL, at: 'running' },
  { name: 'cases-columns', path: '/cases?view=columns', as: 'procurement', states: EVERY },
  { name: 'vendor', path: '/vendors/Ba%C5%82tyk%20AI', as: 'procurement', states: FULL_ERROR, at: 'running' },
  { name: 'vendors', path: '/vendors', as: 'procurement', states: EVERY, at: 'running' },
  { name: 'access', path: '/access', as: 'security', states: EVERY, at: 'running' },
  { name: 'access-places', path: '/access/places', as: 'security', states: EVERY, at: 'running' },
  { name: 'access-place', path: '{place}', as: 'security', states: FULL_ERROR, at: 'running' },
  { name: 'access-requests', path: '/access/requests', as: 'manager', states: EVERY, at: 'running' },
  { name: 'access-found', path: '/access/found', as: 'security', states: EVERY, at: 'running' },
  { name: 'access-recertify', path: '/access/recertify', as: 'manager', states: EVERY, at: 'running' },
  { name: 'access-covered', path: '/access/covered', as: 'compliance', states: FULL_ERROR, at: 'running' },
  { name: 'access-stopped', path: '/access/stopped', as: 'security', states: FULL_ERROR, at: 'running' },
  { name: 'policy', path: '/policy', as: 'legal', states: FULL_ERROR },
  { name: 'policy-list', path: '/policy/list', as: 'legal', states: FULL_ERROR },
  { name: 'policy-difference', path: '/policy/difference', as: 'legal', states: FULL_ERROR },
  { name: 'policy-replay', path: '/policy/replay', as: 'procurement', states: FULL_ERROR },
  { name: 'compliance', path: '/compliance', as: 'compliance', states: EVERY, at: 'running' },
  { name: 'readings', path: '/compliance/readings', as: 'compliance', states: EVERY, at: 'running' },
  { name: 'operations', path: '/operations', as: 'operator', states: FULL_ERROR, at: 'running' },
  { name: 'populations', path: '/compliance/populations', as: 'compliance', states: FULL, at: 'running' },
  { name: 'custody', path: '/compliance/custody', as: 'compliance', states: FULL_ERROR, at: 'running' },
  { name: 'case-proof', path: '/compliance/cases/{running}', as: 'compliance', states: FULL_ERROR, at: 'running' },
  { name: 'me', path: '/me', as: 'procurement', states: FULL_ERROR },
  { name: 'device', path: '/device', as: 'legal', states: FULL },
  { name: 'me-vendor', path: '/me', as: 'contact', states: FULL, at: 'running' },
  { name: 'not-found', path: '/cases/c-0000000000000000', as: 'procurement', states: FULL, excused: /404/ },
];
