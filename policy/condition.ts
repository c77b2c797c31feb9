import { Environment } from '@marcbachmann/cel-js';
import type { Intake } from '../domain/case/intake.js';

const environment = new Environment().registerVariable('intake', 'map');

/** What is wrong with a condition, in one sentence; undefined when it can be used. */
export function conditionFault(expression: string): string | undefined {
  try {
    const checked = environment.check(expression);
    if (!checked.valid) return `The condition is not valid CEL: ${firstLine(checked.error?.message)}.`;
    if (checked.type !== 'bool' && checked.type !== 'dyn')
      return `The condition gives ${String(checked.type)}; it has to be true or false.`;
    return undefined;
  } catch (error) {
    return `The condition is not valid CEL: ${firstLine(error instanceof Error ? error.message : undefined)}.`;
  }
}

/** Whether a condition is true of an intake; throws when it cannot be told. */
export function holdsFor(expression: string, intake: Intake): boolean {
  const value: unknown = environment.evaluate(expression, { intake });
  if (typeof value !== 'boolean') throw new Error(`The condition "${expression}" gives no true or false.`);
  return value;
}

const firstLine = (message: string | undefined): string =>
  (message ?? 'unreadable').split('\n')[0]?.replace(/\.$/, '') ?? 'unreadable';
