import { ownerConfig, processConfig, serviceConfig } from '@doit/runtime';

/** What the service is told from outside. */
export const config = () => serviceConfig('reporting', process.env);

/** What its migrations are told: the owner's address alone. */
export const migrationConfig = () => ownerConfig('reporting', process.env);

/** What a rebuild is told: the owner's address, and the bus over which it asks the tellers. */
export const rebuildConfig = () => ({ ...processConfig('reporting', process.env), ...migrationConfig() });
