import fc from 'fast-check';
import { instantIn, localIn } from '../../web/kit/zoned.js';

const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC'];

test('any minute, shown in a zone and read back, is that minute, or the later one that the clocks show alike', () => {
  const minute = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 });
  fc.assert(
    fc.property(minute, fc.constantFrom(...ZONES), (m, zone) => {
      const at = new Date(m * 60_000).toISOString();
      const back = instantIn(localIn(at, zone), zone) ?? '';
      expect(localIn(back, zone)).toBe(localIn(at, zone));
      expect([0, 3_600_000]).toContain(Date.parse(back) - Date.parse(at));
    }),
  );
});

test('given the hour that comes twice, the one that never comes and what is no time, then the later, the same by the clocks of before, and nothing', () => {
  expect(instantIn('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T01:30:00.000Z');
  expect(instantIn('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T06:30:00.000Z');
  expect(instantIn('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  expect(instantIn('2026-09-14T10:15', 'Europe/Berlin')).toBe('2026-09-14T08:15:00.000Z');
  expect([instantIn('', 'Europe/Berlin'), instantIn('soon', 'UTC')]).toEqual([undefined, undefined]);
});
