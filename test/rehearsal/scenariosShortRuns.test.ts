import { SHORT_RUNS } from './scenarioFiles.js';
import { playAll } from './scenarios.js';

describe('the scenarios of the examples, in runs of 40 events', () => playAll(SHORT_RUNS, 40));
