import type { Report } from '../../contract/report.js';
import type { RecordedEvent } from '../../domain/case/events.js';
import type { CaseState } from '../../domain/case/state.js';
import { agreedKpis } from '../../domain/controls/kpi/kpis.js';
import { readingRef, roundsOf } from '../../domain/disputes/disputes.js';
import { toMs } from '../../domain/time.js';

/** What disputes have made of a reading: it is disputed still, or was corrected. */
function saidAgainst(state: CaseState, seq: number, recordedValue: number) {
  const rounds = roundsOf(state, readingRef(seq));
  const open = rounds.find(({ answered }) => answered === undefined);
  const corrected = rounds.filter(({ answered }) => answered?.answer === 'correct').at(-1)?.answered;
  return {
    ...(corrected?.value === undefined
      ? {}
      : { value: corrected.value, missed: corrected.missed === true, recordedValue }),
    ...(open === undefined ? {} : { disputed: open.id }),
  };
}

/** Every KPI that was agreed with all its readings, oldest first, and which of them counts now. */
export function kpiHistories(state: CaseState, rows: readonly RecordedEvent[]): Report['kpis'] {
  return agreedKpis(state).map((kpi) => {
    const readings = rows.flatMap(({ seq, at, actor, event }) =>
      event.type === 'ReadingRecorded' && event.kpi === kpi.name
        ? [
            {
              seq,
              at: event.readAt ?? at,
              value: event.value,
              source: event.source,
              missed: event.missed,
              by: actor.personId,
              ...saidAgainst(state, seq, event.value),
            },
          ]
        : [],
    );
    readings.sort((a, b) => toMs(a.at) - toMs(b.at));
    const { name, control, formula, target, unit, direction, reviewer, evalSetHash } = kpi;
    const misses = readings.filter((reading) => reading.missed).length;
    const standing = state.readings.find((reading) => reading.kpi === name);
    const counts = readings.find(({ seq }) => readingRef(seq) === standing?.ref)?.seq;
    return { kpi: name, control, formula, target, unit, direction, reviewer, evalSetHash, misses, counts, readings };
  });
}
