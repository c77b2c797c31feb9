export { lookAtPlace } from './lookAtPlace.js';
export { onboardVendor } from './onboardVendor.js';
