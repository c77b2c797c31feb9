import { readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { z } from 'zod';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const Rules = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      interval: z.string().optional(),
      rules: z.array(
        z.object({
          alert: z.string().startsWith('Drawbridge'),
          expr: z.string(),
          for: z.string().optional(),
          labels: z.object({ severity: z.string() }).loose(),
          annotations: z.object({ summary: z.string() }).loose(),
        }),
      ),
    }),
  ),
});
const Dashboard = z.object({
  title: z.string(),
  panels: z.array(
    z.looseObject({ title: z.string(), targets: z.array(z.looseObject({ expr: z.string() })).default([]) }),
  ),
});

/** Whether an expression is PromQL; Grafana's variables stand for durations. */
function isPromQl(expression: string): boolean {
  let sound = true;
  parser.parse(expression.trim().replace(/\$__\w+/g, '5m')).iterate({
    enter: ({ type }) => {
      if (type.isError) sound = false;
    },
  });
  return sound;
}

const alerts = Rules.parse(parse(read('deploy/prometheus/drawbridge.rules.yml'))).groups.flatMap(({ rules }) => rules);

test('alert rules are rules, and every expression of them is PromQL', () => {
  expect(alerts.map(({ expr }) => expr).filter((one) => !isPromQl(one))).toEqual([]);
  expect(isPromQl('sum(rate(drawbridge_appends_total[5m])')).toBe(false);
});

test('the dashboard is one, and every expression of it is PromQL', () => {
  const { panels } = Dashboard.parse(JSON.parse(read('deploy/grafana/drawbridge.json')));
  const expressions = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
  expect(expressions.length).toBeGreaterThan(0);
  expect(expressions.filter((one) => !isPromQl(one))).toEqual([]);
});

test('the runbook says of every alert what it means and what to do', () => {
  const told = [...read('docs/runbook.md').matchAll(/^\| `(Drawbridge\w+)` \|/gm)].map(([, name]) => name);
  expect(told.sort()).toEqual(alerts.map(({ alert }) => alert).sort());
});
