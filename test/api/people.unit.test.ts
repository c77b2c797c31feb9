import { peopleOf } from '../../api/people.js';
import { Book } from '../support/domain/book.js';

const PEOPLE = [
  { personId: 'ada', name: 'Ada Kowalczyk', email: 'ada@baltyk.example', handles: ['ada'] },
  { personId: 'nina', name: 'Nina Wrona', email: 'nina@baltyk.example', handles: ['lea'] },
  { personId: 'legal', name: 'Adam Vogt', email: 'legal@meridian.example' },
];
const state = new Book().state;
const find = (ref: string) =>
  peopleOf({ people: { findAll: async (ids) => PEOPLE.filter(({ personId }) => ids.includes(personId)) } }, state)(
    ref,
    'person',
  );

test.each([
  ['the id', 'nina', 'nina'],
  ['the address, in any case', 'Nina@Baltyk.example', 'nina'],
  ['the id of the case file, which no name holds', 'lea', 'nina'],
  ['the id of the case file, before names that hold it', 'ada', 'ada'],
  ['the name', 'nina wrona', 'nina'],
  ['a part of the name', 'Kowal', 'ada'],
  ['an id that the case does not know, which the domain refuses', 'p-aaaaaaaaaaaaaaaa', 'p-aaaaaaaaaaaaaaaa'],
])('given %s, then that person is meant', async (_way, ref, id) => {
  expect(await find(ref)).toBe(id);
});

test.each([
  ['a', '"a" matches 3 people in this case. Use the e-mail address or the full name.'],
  ['Zoe', 'No person "Zoe" in this case. Use an e-mail address, an id or a name.'],
  ['zoe@baltyk.example', 'No person "zoe@baltyk.example" in this case. Use an e-mail address, an id or a name.'],
])('given %s, then nobody is meant, and one sentence says what would be right', async (ref, message) => {
  await expect(find(ref)).rejects.toMatchObject({ code: 'UnknownPerson', message });
});
