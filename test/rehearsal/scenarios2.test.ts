import { everySecond } from './scenarioFiles.js';
import { playAll } from './scenarios.js';

describe('the scenarios of the examples, the others', () => playAll(everySecond(1), undefined));
