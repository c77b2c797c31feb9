import type { CaseCheck } from '../../presentation/plan/caseCheck.js';
import { heading, paint, safe, table } from './print.js';

/** The check for a terminal. */
export function checkInWords(file: string, { title, policy, model, gates, duties, warnings }: CaseCheck): string {
  const who = (role: string, people: string[]): string =>
    people.length === 0 ? role : `${role}: ${[...new Set(people)].join(', ')}`;
  return [
    `${paint.green('Good')}: ${safe(file)} fits the policy ${safe(policy.name)} ${safe(policy.version)}. Nothing was opened.`,
    `${safe(title)} · ${model.wanted}${model.wanted === model.recommended ? ' (as recommended)' : ''}`,
    ...(model.wanted === model.recommended ? [] : model.reasons.map((reason) => `  ${safe(reason)}`)),
    ...(warnings.length === 0 ? [] : [heading('Warnings')]),
    ...warnings.map((one) => paint.yellow(`  ${safe(one)}`)),
    heading('Who decides'),
    table(
      ['GATE', 'DECIDED BY', 'WITHIN', 'THEN ESCALATED TO', 'NOT BEFORE'],
      gates.map(({ stage, rule, people, hours, escalatesTo, notBefore }) =>
        rule === ''
          ? [stage, 'opens once its controls are met', '-', '-', notBefore]
          : [stage, who(rule, people), `${hours} business hours`, escalatesTo, notBefore],
      ),
    ),
    heading('Who submits evidence'),
    table(
      ['CONTROL', 'WHAT', 'WHO', 'BY'],
      duties.map(({ control, title: what, role, people, due, gate, advice }) => [
        control,
        what,
        who(role, people),
        advice ? 'advice' : (due ?? `the gate of ${gate}`),
      ]),
    ),
  ].join('\n');
}
