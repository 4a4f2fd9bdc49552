/**
 * The Perennial engine: renders a model through a template and records its lineage.
 *
 * @packageDocumentation
 */

export * from './blueprint';
export * from './layers';
export * from './render';
export * from './template';
