import { Environment } from '@marcbachmann/cel-js';
import type { Intake } from '../domain/case/intake.js';
import type { Path } from './found.js';

/**
 * The intake as a condition sees it. Every field is typed, so that a mistyped name is found when the policy is checked and not when somebody
 * opens a case.
 */
const INTAKE = {
  title: 'string',
  vendor: { name: 'string', country: 'string', timeZone: 'string', holidays: 'string', contact: 'string' },
  client: {
    name: 'string',
    country: 'string',
    timeZone: 'string',
    holidays: 'string',
    people: 'map<string, list<string>>',
    industry: 'string',
    groupRevenueEur: 'double',
  },
  outcome: { statement: 'string', successCriteria: 'list<Criterion>' },
  data: {
    classes: 'list<string>',
    euPersonalData: 'bool',
    unplaced: 'bool',
    roles: { client: 'string', vendor: 'string' },
    thirdPartyAccess: 'string',
    residency: { countries: 'list<string>', requiredBy: 'string' },
  },
  sourcing: {
    approach: 'string',
    aiIsCoreProduct: 'bool',
    reasons: 'list<string>',
    weeksToShip: { vendor: 'double', inHouse: 'double' },
    transfer: { on: 'string', team: 'list<string>' },
  },
  aiAct: { euMarket: 'bool' },
  capacity: { mlLeadership: 'string', managementTime: 'string' },
  need: { skillGap: 'string', urgency: 'string', scope: 'string', requirements: 'string' },
  model: 'string',
  currentSoc2Required: 'bool',
  monthlyRateUsd: 'double',
  resources: 'list<Resource>',
  engineers: 'list<Engineer>',
  startDate: 'string',
} satisfies Record<keyof Intake, string | Record<string, string | Record<string, string>>>;

const environment = new Environment({
  limits: { maxAstNodes: 200, maxDepth: 40, maxListElements: 50, maxMapEntries: 20 },
})
  .registerType('Criterion', { fields: { criterion: 'string', measure: 'string' } })
  .registerType('Resource', {
    fields: {
      provider: 'string',
      kind: 'string',
      id: 'string',
      personalData: 'bool',
      dataClass: 'string',
      form: 'string',
      country: 'string',
      owner: 'string',
      administrator: 'string',
      checker: 'string',
    },
  })
  .registerType('Need', { fields: { resource: 'string', profile: 'string', task: 'string' } })
  .registerType('Engineer', {
    fields: { person: 'string', employer: 'string', country: 'string', jobRole: 'string', needs: 'list<Need>' },
  })
  .registerVariable({ name: 'intake', schema: INTAKE });

/** Words that walk a list; nested without bound they would hold a process for minutes. */
const WALKS = /\b(?:all|exists|exists_one|map|filter)\b/g;
const WALKS_AT_MOST = 2;

/** A condition that cannot be told on an intake. */
export class ConditionError extends Error {
  constructor(
    readonly path: Path,
    message: string,
  ) {
    super(message);
    this.name = 'ConditionError';
  }
}

/** What is wrong with a condition, in one sentence; undefined when it can be used. */
export function conditionFault(expression: string): string | undefined {
  // A regular expression can be written to run for ever.
  if (/\bmatches\b/.test(expression))
    return 'The condition uses matches, which is not taken here; compare with ==, in, startsWith or contains.';
  if ((expression.match(WALKS)?.length ?? 0) > WALKS_AT_MOST)
    return `The condition walks lists more than ${WALKS_AT_MOST} times; ask for less in one condition.`;
  try {
    const checked = environment.check(expression);
    if (!checked.valid) return `The condition cannot be used: ${firstLine(checked.error)}.`;
    return checked.type === 'bool'
      ? undefined
      : `The condition gives ${String(checked.type)}; it has to be true or false.`;
  } catch (error) {
    return `The condition cannot be used: ${firstLine(error)}.`;
  }
}

/** Whether the condition of a control is true of an intake; throws {@link ConditionError} when it cannot be told. */
export function holdsFor(controlId: string, expression: string, intake: Intake): boolean {
  const path = ['controls', controlId, 'when'];
  try {
    const value: unknown = environment.evaluate(expression, { intake });
    if (typeof value === 'boolean') return value;
  } catch (error) {
    throw new ConditionError(
      path,
      `The condition of ${controlId} cannot be told for this case: ${firstLine(error)}; a field that a case may lack is asked for with has(…) first.`,
    );
  }
  throw new ConditionError(path, `The condition of ${controlId} gives neither true nor false.`);
}

const firstLine = (error: unknown): string =>
  ((error instanceof Error ? error.message : '').split('\n')[0] ?? '').replace(/\.$/, '') || 'it is unreadable';
