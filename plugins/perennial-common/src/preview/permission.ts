import type { BasicPermission } from '@backstage/plugin-permission-common';

/**
 * Who may see what a template would make of a model. It reads: nothing is made.
 *
 * @public
 */
// Spelled out, since `createPermission` would load its whole package into each
// process of the command line.
export const perennialPreviewReadPermission: BasicPermission = {
  type: 'basic',
  name: 'perennial.preview.read',
  attributes: { action: 'read' },
};

/**
 * Every permission of Perennial.
 *
 * @public
 */
export const perennialPermissions = [perennialPreviewReadPermission];
