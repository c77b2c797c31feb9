import { HASH, WHO } from './fixtures.js';

const kpi = (name: string, measure: string) => ({
  name,
  measure,
  formula: `${measure} over the last week`,
  target: 95,
  unit: '%',
  direction: 'at-least',
  reviewer: WHO.manager,
});
export const model = (name: string, measure: string) => ({ ...kpi(name, measure), evalSetHash: HASH });

/** KPIs of all three kinds that are good enough together. */
export const models = [model('answers right', 'accuracy'), model('copied text', 'ip-infringement')];
export const deliveries = [kpi('points a week', 'velocity'), kpi('milestones', 'on-time-milestones')];
export const operations = [kpi('up', 'uptime'), kpi('answered', 'incident-response'), kpi('leaks', 'data-privacy')];

export const KPI_EVIDENCE = { 'KP-1': { kpis: models }, 'KP-2': { kpis: deliveries }, 'KP-3': { kpis: operations } };
