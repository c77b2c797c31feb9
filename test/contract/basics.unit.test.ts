import { reason } from '../../contract/basics.js';

test.each(['…', '.', '"…"', '– –', '👍'])(
  'given %s, the placeholder or a mark alone, then it is no reason',
  (value) => {
    const read = reason.safeParse(value);
    expect(read.error?.issues.map(({ message }) => message)).toEqual(['holds no words; say why in words']);
  },
);

test.each(['As agreed.', 'Zgodnie z umową', '合意済み', '§ 28'])('given %s, then it is taken as it is', (value) => {
  expect(reason.parse(value)).toBe(value);
});
