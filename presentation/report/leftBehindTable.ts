import type { LeftBehindView } from '../../contract/parts.js';
import { type Block, type Cell, tableOr } from '../page/page.js';
import { leftStateText, leftText, unseenText } from '../words/leftBehind.js';
import { placeText } from '../words/places.js';
import type { Voice } from '../words/voice.js';

type Item = LeftBehindView['items'][number];

function whose({ answer }: Item, voice: Voice): Cell {
  if (answer === undefined) return '';
  return { text: answer.whose === undefined ? '' : voice.say(answer.whose), more: [voice.say(answer.reason)] };
}

const standing = (item: Item, voice: Voice): Cell => ({
  text: leftStateText(item),
  ...(item.asked && { tone: 'bad' as const }),
  more: [`last looked at ${voice.at(item.seenAt)}`],
});

const saidBy = ({ answer }: Item, voice: Voice): Cell =>
  answer === undefined ? '' : { text: voice.name(answer.by), more: [voice.at(answer.at)] };

/** What stays after access has ended: whose, who said so, and what nobody could look at; nothing where no such access has ended. */
export function leftBehindTables(left: readonly LeftBehindView[], voice: Voice): Block[] {
  const found = left.flatMap(({ person, resource, items }) =>
    items.map((item): Cell[] => [
      { text: leftText(item.item), more: [`${voice.name(person)}, ${placeText(resource)}`] },
      standing(item, voice),
      whose(item, voice),
      saidBy(item, voice),
    ]),
  );
  const blind = left.flatMap(({ person, resource, unseen }): Cell[][] =>
    unseen.length === 0 ? [] : [[{ text: voice.name(person), more: [placeText(resource)] }, unseenText(unseen)]],
  );
  const columns = [{ title: 'Left behind' }, { title: 'Stands' }, { title: 'Whose' }, { title: 'Said by' }];
  return [
    ...(found.length === 0 ? [] : [tableOr('', columns, found)]),
    ...(blind.length === 0 ? [] : [tableOr('', [{ title: 'Access of' }, { title: 'Nobody could look at' }], blind)]),
  ];
}
