import { everySecond } from '../support/rehearsal/scenarioFiles.js';
import { playAll } from '../support/rehearsal/scenarios.js';

describe('the scenarios of the examples, the others', () => playAll(everySecond(1), undefined));
