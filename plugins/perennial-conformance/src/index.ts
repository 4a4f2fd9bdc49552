/**
 * Black-box conformance suite of the Perennial service contract.
 *
 * @packageDocumentation
 */
export type { ConformanceAuth } from './auth/types';
export { conformanceGroups, runConformance } from './runConformance';
export type { ConformanceOptions } from './runConformance';
export type { CheckResult, CheckStatus, Report } from './runner/types';
export {
  monolithGroups,
  runMonolithConformance,
} from './monolith/runMonolithConformance';
export type { MonolithConformanceOptions } from './monolith/runMonolithConformance';
export { main } from './cli/main';
