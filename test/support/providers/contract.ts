import { failingContract } from './contract/failing.js';
import { givingContract } from './contract/giving.js';
import type { Grounds } from './contract/ground.js';
import { identityContract } from './contract/identity.js';
import { createKit } from './contract/kit.js';
import { leavingContract } from './contract/leaving.js';
import { listingContract } from './contract/listing.js';

export { allowed, type Ground, type Grounds, type Hook, type Outside } from './contract/ground.js';

/** Every promise of the port, tested at a system; each test has a ground of its own. */
export function providerContract(name: string, grounds: Grounds): void {
  describe(`${name} keeps the contract of a provider of access`, () => {
    const kit = createKit(grounds);
    describe('giving and taking', () => givingContract(kit));
    describe('who and where', () => identityContract(kit));
    describe('listing', () => listingContract(kit));
    describe('leaving behind', () => leavingContract(kit));
    describe('failing', () => failingContract(kit));
  });
}
