/**
 * Models from other schema languages, and models written in them.
 *
 * @packageDocumentation
 */
export * from './export';
export * from './import';
