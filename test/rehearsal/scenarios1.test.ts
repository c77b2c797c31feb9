import { everySecond } from './scenarioFiles.js';
import { playAll } from './scenarios.js';

describe('the scenarios of the examples, every second one', () => playAll(everySecond(0), undefined));
