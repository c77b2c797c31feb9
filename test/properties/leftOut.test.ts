import { Book } from '../support/domain/book.js';
import { WAY_TO_WORK } from '../support/domain/wayToWork.js';

const NINA = 'nina/meridian/eta-model';
const ADA = 'ada/meridian/eta-model';

test('given everything but one act, when it is left out, then nobody (or not that person) holds access; advice holds nothing', () => {
  const open = WAY_TO_WORK.map((left) => {
    const book = new Book();
    book.mail = false;
    for (const act of WAY_TO_WORK) if (act !== left) book.act(act.by, act.command(book));
    return { left: left.name, holds: [...book.provider].sort() };
  });
  const about = (name: string, who: string): boolean => name.includes(who) && !name.includes('gate');
  const { controls } = new Book().state.plan;
  const isAdvice = (name: string): boolean => controls[name.replace('evidence ', '')]?.binding.kind === 'advise';
  const expected = (left: string): string[] => {
    if (isAdvice(left)) return [ADA, NINA];
    return about(left, 'nina') ? [ADA] : about(left, 'ada') ? [NINA] : [];
  };
  for (const { left, holds } of open) expect([left, holds]).toEqual([left, expected(left)]);
});
