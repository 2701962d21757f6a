export { TestInstallation, people, routedOperations } from './installation';
export type { Answer, Rooms } from './installation';
export { schemaFaults } from './schemas';
export { TestIssuer } from './issuer';
export type { Claims, Forgery } from './issuer';
export { TestPlatform } from './platform';
export { leastEntry } from './entries';
export { randomNumbers } from './random';
export { few, keepTheirPromises, type RegisterSample } from './register-promises';
