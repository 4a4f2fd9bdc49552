/** How the suite gets its bearer tokens. @public */
export interface ConformanceAuth {
  /** Token of a user who may do everything with rows of their own. */
  token?: string;
  /** Token of a second user. */
  otherToken?: string;
  /** Token of a user with the role `admin`. */
  adminToken?: string;
  /** Makes the three tokens, and forged ones too, where the secret is known. */
  jwt?: { secret: string; issuer: string; audience: string };
}

/** The tokens of a run. */
export interface Identities {
  /** The run was given tokens, or the means to make them. */
  given: boolean;
  /** The service asks for tokens. */
  secured: boolean;
  token?: string;
  otherToken?: string;
  adminToken?: string;
  jwt?: { secret: string; issuer: string; audience: string };
}
