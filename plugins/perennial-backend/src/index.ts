/**
 * Backend of Perennial: the preview of a service before it is made.
 *
 * @packageDocumentation
 */
export { perennialPlugin, perennialPlugin as default } from './plugin';
