export { registerController } from './register.controller';
export { registerEntity } from './entity';
export { registerBodyV2, registerTableV1 } from './table';
export { allowedSteps, newlyMet, stateAfter } from './lives';
export type { Finding, RegisterRules, RulesOf, StepRule } from './lives';
export { overrideController } from './overrides.controller';
export { OverrideRow, overrideEndsV2, overrideTableV1 } from './override.entity';
export { todayInVietNam } from './demands';
