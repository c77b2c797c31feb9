import { SCENARIOS } from './scenarioFiles.js';
import { playAll } from './scenarios.js';

describe('the scenarios of the examples', () => playAll(SCENARIOS, undefined));
