import { everySecond } from '../support/rehearsal/scenarioFiles.js';
import { playAll } from '../support/rehearsal/scenarios.js';

describe('the scenarios of the examples, every second one', () => playAll(everySecond(0), undefined));
