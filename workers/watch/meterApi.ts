import { Counter, Histogram, type Registry } from 'prom-client';
import type { Answered, CaseGateway } from '../../api/parts.js';
import type { Misfit } from '../../api/serialize.js';
import { isErrorCode } from '../../domain/case/errors.js';
import type { CommandOutcome } from '../../domain/case/receipt.js';

/** Seconds; the goal of a receipt lies between 0.05 and 0.5. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Counts every command that is sent to a case, and how long its receipt takes. */
export function meterCommands(registry: Registry, gateway: CaseGateway): CaseGateway {
  const commands = new Counter({
    name: 'drawbridge_commands_total',
    help: 'Commands by type and by what they came to: recorded, refused or failed, the last two with their code.',
    labelNames: ['type', 'outcome', 'code'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'drawbridge_command_seconds',
    help: 'From sending a command to its receipt.',
    labelNames: ['outcome'],
    buckets: BUCKETS,
    registers: [registry],
  });
  async function metered(type: string, send: () => Promise<CommandOutcome>): Promise<CommandOutcome> {
    const took = seconds.startTimer();
    const count = (outcome: 'recorded' | 'refused' | 'failed', code: string) => {
      commands.inc({ type, outcome, code });
      took({ outcome });
    };
    try {
      const outcome = await send();
      count(outcome.status, outcome.status === 'refused' ? outcome.code : '');
      return outcome;
    } catch (error) {
      count('failed', codeOf(error));
      throw error;
    }
  }
  return {
    openCase: (caseId, envelope) => metered(envelope.command.type, () => gateway.openCase(caseId, envelope)),
    send: (caseId, envelope) => metered(envelope.command.type, () => gateway.send(caseId, envelope)),
    recover: (caseId, options) => gateway.recover(caseId, options),
    ping: () => gateway.ping(),
  };
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return isErrorCode(code) ? code : 'Internal';
}

/** Counts answers that did not fit their schema; none should. */
export function meterMisfits(registry: Registry): (misfit: Misfit) => void {
  const misfits = new Counter({
    name: 'drawbridge_http_misfits_total',
    help: 'Answers of which a part did not fit its schema and was left out, by route pattern.',
    labelNames: ['route'],
    registers: [registry],
  });
  return ({ route }) => misfits.inc({ route });
}

/** Counts answers by route, status and code of the problem. */
export function meterAnswers(registry: Registry): (answered: Answered) => void {
  const requests = new Counter({
    name: 'drawbridge_http_requests_total',
    help: 'Answers by method, route pattern and status.',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  const problems = new Counter({
    name: 'drawbridge_http_problems_total',
    help: 'Answers that are problems, by code.',
    labelNames: ['code'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'drawbridge_http_request_seconds',
    help: 'From a request to its answer, by method and route pattern.',
    labelNames: ['method', 'route'],
    buckets: BUCKETS,
    registers: [registry],
  });
  return ({ method, route, status, code, seconds: took }) => {
    requests.inc({ method, route, status });
    seconds.observe({ method, route }, took);
    if (code !== undefined) problems.inc({ code });
  };
}
