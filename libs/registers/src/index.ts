export { registerController } from './register.controller';
export { registerEntity } from './entity';
export { registerTableV1 } from './table';
export { allowedSteps, stateAfter } from './lives';
export type { Finding, RegisterRules, RulesOf, StepRule } from './lives';
export { overrideController } from './overrides.controller';
export { OverrideRow, overrideTableV1 } from './override.entity';
export { todayInVietNam } from './keep';
