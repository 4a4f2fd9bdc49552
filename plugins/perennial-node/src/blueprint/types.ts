/**
 * A Flask blueprint, and the application that it is to be registered in.
 *
 * @public
 */
export interface BlueprintOptions {
  /** Package of the file and of the blueprint: `admin_server`. */
  package: string;
  /** Module of the blueprint within the package: `app_invoice.invoice_api`. */
  module: string;
  /** Variable of the module that holds it: `invoice_api`. */
  name: string;
  /** Function that makes the application; `create_app` by default. */
  factory?: string;
}

/**
 * What became of a registration.
 *
 * @public
 */
export type BlueprintRegistration =
  /** The lines were added, and nothing else was touched. */
  | { outcome: 'added'; source: string; lines: string[] }
  /** The blueprint was registered already. */
  | { outcome: 'present'; source: string }
  /** Nothing was touched: a person has to add the lines. */
  | { outcome: 'manual'; source: string; lines: string[]; reason: string };

/** Why a file is left alone. */
export class Undecidable extends Error {}
