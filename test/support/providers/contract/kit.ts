import type { AccessTarget, Way } from '../../../../providers/access/port.js';
import { byId, type Ground, type Grounds, type Hook, type Kit, type Outside } from './ground.js';

/** Opens a ground before each test of the block that it is called in, and closes it after. */
export function createKit(grounds: Grounds): Kit {
  let opened: Ground | undefined;
  beforeEach(async () => {
    opened = await grounds.open();
  });
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });

  const ground = (): Ground => opened ?? fail('There is a ground only within a test.');
  const direct = (permission: string): Way => grounds.direct?.(permission) ?? { by: 'direct', permission };
  const seen = (state: string, { account, place }: AccessTarget, permission: string, way: Way) => ({
    state,
    permission,
    ways: [way],
    account,
    place,
  });
  const present = (target: AccessTarget, permission: string) => seen('present', target, permission, direct(permission));
  return {
    grounds,
    ground,
    provider: () => ground().provider,
    hook: <H extends Hook>(hook: H): NonNullable<Outside[H]> =>
      ground().outside[hook] ?? fail(`The ground has neither the hook ${hook} nor a reason why not.`),
    needing(hooks, title, body) {
      const missing = hooks.map((hook) => grounds.lacks?.[hook]).find((reason) => reason !== undefined);
      if (missing === undefined) test(title, body);
      else test.skip(`${title} (${missing})`, body);
    },
    async target(account = ground().account, place = ground().place) {
      const { provider } = ground();
      const found = { account: await provider.identifyAccount(account), place: await provider.identifyPlace(place) };
      if (found.account === undefined || found.place === undefined) return fail('The ground holds no such name.');
      return { account: found.account, place: found.place };
    },
    present,
    granted: (target, permission) =>
      grounds.granted === 'invited'
        ? seen('invited', target, permission, { by: 'invitation', permission })
        : { ...present(target, permission), ...(grounds.ends && { until: null }) },
    absent: ({ account, place }) => ({ state: 'absent', ways: [], account, place }),
    async listed(place) {
      const found = await ground().provider.list(place);
      return 'gone' in found ? found : { ...found, accounts: byId(found.accounts.filter(({ own }) => own !== true)) };
    },
  };
}

function fail(message: string): never {
  throw new Error(message);
}
