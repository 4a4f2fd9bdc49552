import type { JsonObject, JsonValue } from '../../store/types';
import { optionalObject } from '../input';
import type { Sandbox } from '../types';
import { presentAccount, presentTeam } from './accounts';

type PresentContext = Pick<Sandbox, 'accounts' | 'urls'>;

const FLAGS = [
  'required_linear_history',
  'allow_force_pushes',
  'allow_deletions',
  'block_creations',
  'required_conversation_resolution',
  'lock_branch',
  'allow_fork_syncing',
];

function texts(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function presentActors(
  context: PresentContext,
  actors: JsonObject,
): JsonObject {
  const teams = context.accounts
    .list()
    .flatMap(({ login }) => context.accounts.teamsOf(login));
  return {
    users: texts(actors.users)
      .map(login => context.accounts.find(login))
      .filter(account => account !== undefined)
      .map(account => presentAccount(context.urls, account)),
    teams: texts(actors.teams)
      .map(slug => teams.find(team => team.slug === slug))
      .filter(team => team !== undefined)
      .map(team => presentTeam(context.urls, team)),
    apps: [],
  };
}

function presentReviews(
  context: PresentContext,
  url: string,
  rules: JsonObject,
): JsonObject {
  const bypass = optionalObject(rules, 'bypass_pull_request_allowances');
  return {
    url: `${url}/required_pull_request_reviews`,
    dismiss_stale_reviews: rules.dismiss_stale_reviews === true,
    require_code_owner_reviews: rules.require_code_owner_reviews === true,
    require_last_push_approval: rules.require_last_push_approval === true,
    required_approving_review_count: Number(
      rules.required_approving_review_count ?? 1,
    ),
    ...(bypass && {
      bypass_pull_request_allowances: presentActors(context, bypass),
    }),
  };
}

/** GitHub's `protected-branch`, made from the rules as they were sent. */
export function presentProtection(
  context: PresentContext,
  url: string,
  rules: JsonObject,
): JsonObject {
  const checks = optionalObject(rules, 'required_status_checks');
  const reviews = optionalObject(rules, 'required_pull_request_reviews');
  const restrictions = optionalObject(rules, 'restrictions');
  return {
    url,
    ...(checks && {
      required_status_checks: {
        url: `${url}/required_status_checks`,
        strict: checks.strict === true,
        contexts: texts(checks.contexts),
        checks: texts(checks.contexts).map(context_ => ({
          context: context_,
          app_id: null,
        })),
        contexts_url: `${url}/required_status_checks/contexts`,
      },
    }),
    ...(reviews && {
      required_pull_request_reviews: presentReviews(context, url, reviews),
    }),
    ...(restrictions && {
      restrictions: {
        url: `${url}/restrictions`,
        users_url: `${url}/restrictions/users`,
        teams_url: `${url}/restrictions/teams`,
        apps_url: `${url}/restrictions/apps`,
        ...presentActors(context, restrictions),
      },
    }),
    required_signatures: {
      url: `${url}/required_signatures`,
      enabled: rules.required_signatures === true,
    },
    enforce_admins: {
      url: `${url}/enforce_admins`,
      enabled: rules.enforce_admins === true,
    },
    ...Object.fromEntries(
      FLAGS.map(flag => [flag, { enabled: rules[flag] === true }]),
    ),
  };
}
