import type { Database } from '../model/types';

/** What an API document says about the service around the model. @public */
export interface ServiceInfo {
  /** Kebab case, as in the repository. */
  name: string;
  title: string;
  description: string;
  /** Of the API, as in `info.version`. */
  version: string;
  auth: 'none' | 'jwt';
  /** Some limits are those of one database only. */
  database?: Database;
}
