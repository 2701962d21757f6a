export { TestInstallation, people, routedOperations } from './installation';
export type { Answer, Rooms } from './installation';
export { TestIssuer } from './issuer';
export type { Claims, Forgery } from './issuer';
export { TestPlatform } from './platform';
