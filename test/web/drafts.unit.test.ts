import { type DraftStore, draftsIn } from '../../web/kit/draftsIn.js';

const [ADA, BEN] = ['p-ada', 'p-ben'];

/** The store of a browser. */
function storeOf(held: Map<string, string>): DraftStore {
  return {
    get length() {
      return held.size;
    },
    key: (at) => [...held.keys()][at] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
}

function device() {
  const held = new Map<string, string>();
  const store = storeOf(held);
  return { held, drafts: draftsIn(() => store) };
}

test('given a draft of one person, then the next person on the device finds none under the same key', () => {
  const { drafts } = device();
  drafts.keep(ADA, 'c-1/decide/gate:x', { reason: 'not yet' });
  expect([drafts.read(ADA, 'c-1/decide/gate:x'), drafts.read(BEN, 'c-1/decide/gate:x')]).toEqual([
    { reason: 'not yet' },
    undefined,
  ]);
});

test('given drafts of two, when one of them is there, then those of the other are gone from the device', () => {
  const { held, drafts } = device();
  drafts.keep(ADA, 'new-case', { title: 'A' });
  drafts.keep(ADA, 'c-1/form/ON-4/', {});
  drafts.keep(BEN, 'new-case', { title: 'B' });
  held.set('draft:c-1/form/ON-4/', '{"at":1,"value":{}}').set('no-passkey', '1');
  drafts.forget(BEN);
  expect([...held.keys()]).toEqual([`draft:${BEN}/new-case`, 'no-passkey']);
});

test('when somebody signs out, then no draft stays; when one is sent, the others do', () => {
  const { held, drafts } = device();
  drafts.keep(ADA, 'one', {});
  drafts.keep(ADA, 'two', {});
  drafts.drop(ADA, 'one');
  expect([...held.keys()]).toEqual([`draft:${ADA}/two`]);
  drafts.forget();
  expect([...held.keys()]).toEqual([]);
});

test('given a store that is locked, then there is no draft and no failure', () => {
  const drafts = draftsIn(() => {
    throw new Error('locked');
  });
  drafts.keep(ADA, 'one', {});
  drafts.drop(ADA, 'one');
  drafts.forget();
  expect(drafts.read(ADA, 'one')).toBeUndefined();
});
