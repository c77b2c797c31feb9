import { createScimProvider } from '../../../providers/access/scim/provider.js';
import type { Grounds, Outside } from './contract.js';
import { directoryAt, type ScimDirectory } from './scimDirectory.js';
import { type ScimFront, startScimFront } from './scimFront.js';
import type { ScimServer } from './scimServer.js';

/** Grounds of the contract in one directory; each has users and groups of its own. */
export function scimGrounds(server: () => ScimServer): Grounds {
  let opened = 0;
  return {
    permissions: ['member'],
    lacks: {
      own: 'a token is nobody in the directory',
      leaveBehind: 'a member of a group leaves nothing in it',
      crowd: 'the members of a group come in one answer',
    },
    open: async () => {
      opened += 1;
      const named = (name: string) => `${name}-${opened}`;
      const [place, account, other] = [`Data "scientists" ${opened}`, named('ana'), named('bo')];
      const directory = directoryAt(server());
      await directory.addGroup(place);
      for (const name of [account, other]) await directory.addUser(name);
      const front = await startScimFront(server().baseUrl);
      return {
        provider: createScimProvider({ baseUrl: front.baseUrl, token: server().token }),
        place,
        account,
        other,
        free: { account: named('anna'), place: `Analysts ${opened}` },
        outside: outsideOf(directory, front, `${account} is not allowed into ${place}`),
        close: () => front.stop(),
      };
    },
  };
}

function outsideOf(directory: ScimDirectory, front: ScimFront, refusal: string): Outside {
  const { addUser, addGroup, change, remove, idOf } = directory;
  return {
    give: async (place, account) => {
      const value = [{ value: await idOf('Users', account) }];
      await change('Groups', place, { op: 'add', path: 'members', value });
    },
    take: async (place, account) => {
      const path = `members[value eq "${await idOf('Users', account)}"]`;
      await change('Groups', place, { op: 'remove', path });
    },
    renameAccount: (from, to) => change('Users', from, { op: 'replace', path: 'userName', value: to }),
    createAccount: (name) => addUser(`${name}`),
    deleteAccount: (name) => remove('Users', name),
    renamePlace: (from, to) => change('Groups', from, { op: 'replace', path: 'displayName', value: to }),
    createPlace: addGroup,
    deletePlace: (name) => remove('Groups', name),
    loseNextAnswer: async () => front.loseNextAnswer(),
    garble: async () => front.garble(),
    refuse: async () => front.refuse(refusal),
    unplug: () => front.stop(),
    changes: async () => front.changes(),
  };
}
