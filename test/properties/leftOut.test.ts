import type { Act } from '../support/domain/acts.js';
import { Book } from '../support/domain/book.js';
import { WAY_TO_WORK } from '../support/domain/wayToWork.js';

const NINA = 'nina/github:meridian/eta-model';
const ADA = 'ada/github:meridian/eta-model';

test('given everything but one act, when it is left out, then nobody (or not that person) holds access; advice holds nothing', () => {
  const open = WAY_TO_WORK.map((left) => {
    const book = new Book();
    book.mail = false;
    for (const act of WAY_TO_WORK) if (act !== left) book.act(act.by, act.command(book));
    return { left, holds: [...book.provider].sort() };
  });
  const texts = WAY_TO_WORK.filter(({ name }) => name === 'approve gate:people');
  const about = (name: string, who: string): boolean => name.includes(who) && !name.includes('gate');
  const { controls } = new Book().state.plan;
  const isAdvice = (name: string): boolean => controls[name.replace('evidence ', '')]?.binding.kind === 'advise';
  const expected = (left: Act): string[] => {
    // The first text waits until the second comes, and both are read at once then.
    if (isAdvice(left.name) || left === texts[0]) return [ADA, NINA];
    if (left === texts[1]) return [ADA];
    return about(left.name, 'nina') ? [ADA] : about(left.name, 'ada') ? [NINA] : [];
  };
  for (const { left, holds } of open) expect([left.name, holds]).toEqual([left.name, expected(left)]);
});
