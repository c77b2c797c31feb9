import { providerContract } from '../../support/providers/contract.js';
import { githubAppGrounds, githubGrounds } from '../../support/providers/githubGround.js';

providerContract('GitHub, where invitations are accepted at once,', githubGrounds('accepted'));
providerContract('GitHub, where invitations wait,', githubGrounds('wait'));
providerContract('GitHub, by an App,', githubAppGrounds());
