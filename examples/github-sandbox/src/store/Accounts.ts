import { createHash } from 'node:crypto';
import type { Account, Team } from './types';

/** The same name always has the same id, so nothing needs to be stored. */
function stableId(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) >>> 4;
}

/** The users, organisations and teams that exist here. Fixed at start. */
export class Accounts {
  /** The user that the token belongs to. */
  readonly viewer: Account;
  readonly #accounts = new Map<string, Account>();
  readonly #teams: Team[] = [];

  constructor(options: {
    viewer: string;
    organisations: string[];
    users: string[];
    teams: string[];
  }) {
    this.viewer = this.#add(options.viewer, 'User');
    for (const login of options.users) {
      this.#add(login, 'User');
    }
    for (const login of options.organisations) {
      this.#add(login, 'Organization');
      for (const name of options.teams) {
        const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
        this.#teams.push({
          id: stableId(`team:${login}/${slug}`),
          organisation: login,
          slug,
          name,
        });
      }
    }
  }

  #add(login: string, type: Account['type']): Account {
    const account: Account = { id: stableId(login.toLowerCase()), login, type };
    this.#accounts.set(login.toLowerCase(), account);
    return account;
  }

  /** An account by its name, in any case. */
  find(login: string): Account | undefined {
    return this.#accounts.get(login.toLowerCase());
  }

  /** All accounts, by name. */
  list(): Account[] {
    return [...this.#accounts.values()].sort((one, other) =>
      one.login.localeCompare(other.login),
    );
  }

  /** The teams of an organisation. */
  teamsOf(organisation: string): Team[] {
    return this.#teams.filter(
      team => team.organisation.toLowerCase() === organisation.toLowerCase(),
    );
  }
}
