export { onboardVendor } from './onboardVendor.js';
