import { z } from 'zod';
import { shared } from '../../api/readiness.js';
import { type Misfit, serializerFor } from '../../api/serialize.js';
import { UnderWay } from '../../api/underWay.js';

const paper = z.object({ id: z.string(), state: z.string() });
const view = z.object({
  caseId: z.string(),
  papers: z.array(paper),
  pause: z.object({ reason: z.string() }).optional(),
  names: z.record(z.string(), z.string()),
});
const small = z.object({ you: z.string() });

function written(schema: z.ZodType, data: unknown): { answer: unknown; told: Misfit[] } {
  const told: Misfit[] = [];
  const write = serializerFor((misfit) => told.push(misfit))({ schema, url: '/cases/:caseId', method: 'GET' });
  return { answer: JSON.parse(String(write(data))), told };
}

const right = { caseId: 'c-1', papers: [{ id: 'nda', state: 'sent' }], names: { p: 'Ada' } };

test('given an answer that fits, then it is written, without what the schema does not know', () => {
  expect(written(view, { ...right, secret: 1 })).toEqual({ answer: right, told: [] });
});

test('given parts that do not fit, then the rest is shown without them, and the alarm names them', () => {
  const data = {
    ...right,
    papers: [{ id: 'b', state: 'sent' }, { id: 'a', state: null }, { id: 'c', state: 7 }, null],
    pause: { since: 'x' },
    names: { p: 'Ada', q: 3 },
  };
  for (const schema of [view, z.union([small, view]), z.union([view, small])])
    expect(written(schema, data)).toEqual({
      answer: { ...right, papers: [{ id: 'b', state: 'sent' }] },
      told: [
        {
          route: '/cases/:caseId',
          leftOut: expect.arrayContaining(['pause', 'names.q', 'papers.3', 'papers.1.state']),
        },
      ],
    });
});

test('given an answer of which nothing fits, then it is an error, and the alarm is raised', () => {
  const told: Misfit[] = [];
  const write = serializerFor((misfit) => told.push(misfit))({ schema: view, url: '/x', method: 'GET' });
  expect(() => write({ papers: [] })).toThrow('does not fit');
  expect(told).toEqual([{ route: '/x', leftOut: ['everything'] }]);
});

test('given more commands of a case than it can work on, then further ones are asked to come again at once; others go on', async () => {
  const underWay = new UnderWay();
  let finish: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const running = Array.from({ length: 10 }, () => underWay.run('c-1', () => held));
  await expect(underWay.run('c-1', async () => 1)).rejects.toMatchObject({
    code: 'TooManyRequests',
    details: { retryAfterSeconds: 1 },
  });
  expect(await underWay.run('c-2', async () => 2)).toBe(2);
  finish();
  await Promise.all(running);
  expect(await underWay.run('c-1', async () => 3)).toBe(3);
  await expect(underWay.run('c-1', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('given many who ask whether it is ready, then one look serves all', async () => {
  let looks = 0;
  const ask = shared(60_000, async () => ++looks);
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  const again = shared(0, async () => ++looks);
  expect([await again(), await again()]).toEqual([2, 3]);
});
