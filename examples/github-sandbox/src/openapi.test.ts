import { apiRoutes } from './api/routes';
import { checkAnswer } from './__testUtils__/openApi';
import {
  gitDatabaseScenario,
  pullRequestScenario,
  type Check,
} from './__testUtils__/openApiScenarios';
import {
  startTestSandbox,
  type TestSandbox,
} from './__testUtils__/startTestSandbox';

// Each call runs several Git processes, and machines that test are busy.
jest.setTimeout(60_000);

const R = '/repos/{owner}/{repo}';
const checked = new Set<string>();
let sandbox: TestSandbox;

/** Calls a route by its template, and checks the answer. */
const check: Check = async (method, template, params = {}, options = {}) => {
  const values = { owner: 'acme', repo: 'shop', ...params };
  const path = template.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(values[name as keyof typeof values] ?? ''),
  );
  const answer = await sandbox.call(
    method,
    `${path}${options.query ?? ''}`,
    options,
  );
  if (options.status !== undefined) {
    expect([method, path, answer.status]).toEqual([
      method,
      path,
      options.status,
    ]);
  } else if (answer.status >= 400) {
    throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  }
  checkAnswer(method, template, answer);
  checked.add(`${method} ${template}`);
  return answer.body;
};

describe('the REST API against the OpenAPI description of GitHub', () => {
  beforeAll(async () => {
    sandbox = await startTestSandbox();
    await check(
      'POST',
      '/orgs/{org}/repos',
      { org: 'acme' },
      {
        body: { name: 'shop', description: 'A shop', auto_init: true },
        status: 201,
      },
    );
  });
  afterAll(() => sandbox.remove());

  it('answers about the server and the accounts', async () => {
    await check('GET', '/');
    await check('GET', '/meta');
    await check('GET', '/rate_limit');
    await check('GET', '/user');
    await check('GET', '/user/orgs');
    await check('GET', '/users/{username}', { username: 'octocat' });
    await check('GET', '/users/{username}', { username: 'acme' });
    await check(
      'GET',
      '/users/{username}',
      { username: 'nobody' },
      { status: 404 },
    );
    await check('GET', '/orgs/{org}', { org: 'acme' });
    await check('GET', '/orgs/{org}', { org: 'octocat' }, { status: 404 });
    expect(checked).toContain('GET /orgs/{org}');
  });

  it('answers about teams and collaborators', async () => {
    const team = { org: 'acme', team_slug: 'platform', username: 'octocat' };
    await check('GET', '/orgs/{org}/teams', team);
    await check('GET', '/orgs/{org}/teams/{team_slug}', team);
    const ofTeam = '/orgs/{org}/teams/{team_slug}/repos';
    await check('PUT', `${ofTeam}/{owner}/{repo}`, team, {
      body: { permission: 'admin' },
    });
    await check('GET', ofTeam, team);
    expect(await check('GET', `${R}/teams`)).toHaveLength(1);
    await check('DELETE', `${ofTeam}/{owner}/{repo}`, team);
    await check('PUT', `${R}/collaborators/{username}`, team, {
      body: { permission: 'push' },
    });
    await check('GET', `${R}/collaborators`);
    await check('GET', `${R}/collaborators/{username}`, team);
    const level = await check(
      'GET',
      `${R}/collaborators/{username}/permission`,
      team,
    );
    expect(level.permission).toBe('write');
    await check('DELETE', `${R}/collaborators/{username}`, team);
    await check('GET', `${R}/collaborators/{username}`, team, { status: 404 });
  });

  it('answers about repositories', async () => {
    await check(
      'POST',
      '/user/repos',
      {},
      { body: { name: 'mine' }, status: 201 },
    );
    await check(
      'POST',
      '/user/repos',
      {},
      { body: { name: 'mine' }, status: 422 },
    );
    await check('GET', '/user/repos');
    await check('GET', '/orgs/{org}/repos', { org: 'acme' });
    await check('GET', '/users/{username}/repos', { username: 'sandbox' });
    await check('GET', R);
    await check('GET', R, { repo: 'none' }, { status: 404 });
    await check(
      'PATCH',
      R,
      {},
      { body: { description: 'Better', has_wiki: false } },
    );
    await check(
      'PUT',
      `${R}/topics`,
      {},
      { body: { names: ['node', 'crud'] } },
    );
    await check(
      'PUT',
      `${R}/topics`,
      {},
      { body: { names: ['No!'] }, status: 422 },
    );
    expect(await check('GET', `${R}/topics`)).toEqual({
      names: ['node', 'crud'],
    });
    await check('GET', `${R}/languages`);
    await check('GET', `${R}/forks`);
    await check('PUT', `${R}/subscription`, {}, { body: { subscribed: true } });
    await check(
      'POST',
      `${R}/actions/variables`,
      {},
      {
        body: { name: 'A', value: 'b' },
      },
    );
    await check('GET', `${R}/actions/secrets/public-key`);
    const secret = { secret_name: 'TOKEN' };
    const body = { encrypted_value: 'eA==', key_id: '1' };
    await check('PUT', `${R}/actions/secrets/{secret_name}`, secret, {
      body,
      status: 201,
    });
    await check('PUT', `${R}/actions/secrets/{secret_name}`, secret, {
      body,
      status: 204,
    });
    await check('DELETE', R, { owner: 'sandbox', repo: 'mine' });
  });

  it('answers about contents', async () => {
    const file = { path: 'docs/a b.md' };
    const content = Buffer.from('# Hello').toString('base64');
    const made = await check('PUT', `${R}/contents/{path}`, file, {
      body: { message: 'Add', content },
      status: 201,
    });
    await check('PUT', `${R}/contents/{path}`, file, {
      body: { message: 'Change', content, sha: '0'.repeat(40) },
      status: 409,
    });
    await check('PUT', `${R}/contents/{path}`, file, {
      body: { message: 'Change', content, sha: made.content.sha },
      status: 200,
    });
    await check('GET', `${R}/contents/{path}`, file);
    await check('GET', `${R}/contents/{path}`, { path: '' });
    await check(
      'GET',
      `${R}/contents/{path}`,
      { path: 'none' },
      { status: 404 },
    );
    await check('GET', `${R}/readme`);
    await check('DELETE', `${R}/contents/{path}`, file, {
      body: { message: 'Remove', sha: made.content.sha },
    });
    expect(checked).toContain(`DELETE ${R}/contents/{path}`);
  });

  it('answers about commits, statuses, branches and tags', async () => {
    const commits = await check('GET', `${R}/commits`);
    const { sha } = commits[0];
    await check('GET', `${R}/commits/{ref}`, { ref: 'main' });
    await check('GET', `${R}/commits/{ref}`, { ref: 'none' }, { status: 422 });
    await check(
      'POST',
      `${R}/statuses/{sha}`,
      { sha },
      {
        body: {
          state: 'success',
          context: 'ci',
          target_url: 'http://localhost/1',
        },
        status: 201,
      },
    );
    await check('GET', `${R}/commits/{ref}/status`, { ref: 'main' });
    await check('GET', `${R}/commits/{ref}/statuses`, { ref: sha });
    await check('GET', `${R}/commits/{ref}/check-runs`, { ref: sha });
    await check('GET', `${R}/compare/{basehead}`, {
      basehead: `${commits.at(-1).sha}...main`,
    });
    const branch = { branch: 'main' };
    await check('GET', `${R}/branches`);
    await check('GET', `${R}/branches/{branch}`, branch);
    await check('GET', `${R}/branches/{branch}/protection`, branch, {
      status: 404,
    });
    await check('PUT', `${R}/branches/{branch}/protection`, branch, {
      body: {
        required_status_checks: { strict: true, contexts: ['ci'] },
        enforce_admins: true,
        required_pull_request_reviews: { required_approving_review_count: 1 },
        restrictions: { users: ['octocat'], teams: ['platform'] },
      },
    });
    await check(
      'POST',
      `${R}/branches/{branch}/protection/required_signatures`,
      branch,
    );
    await check('GET', `${R}/branches/{branch}/protection`, branch);
    await check('GET', `${R}/branches/{branch}`, branch);
    await check('DELETE', `${R}/branches/{branch}/protection`, branch);
    await check(
      'POST',
      `${R}/git/refs`,
      {},
      {
        body: { ref: 'refs/tags/v1', sha },
        status: 201,
      },
    );
    await check('GET', `${R}/tags`);
    for (const kind of ['tarball', 'zipball']) {
      const answer = await sandbox.call('GET', `/repos/acme/shop/${kind}/main`);
      // GitHub answers with a redirect to another host; here are the bytes at once.
      expect(answer.status).toBe(200);
      checked.add(`GET ${R}/${kind}/{ref}`);
    }
  });

  it('answers about the Git database', async () => {
    await gitDatabaseScenario(check);
    expect(checked).toContain(`POST ${R}/git/trees`);
  });

  it('answers about pull requests', async () => {
    await pullRequestScenario(check);
    expect(checked).toContain(`PUT ${R}/pulls/{pull_number}/merge`);
  });

  it('has checked every route that is served', () => {
    const served = apiRoutes.map(
      ({ method, template }) => `${method} ${template}`,
    );
    expect(served.filter(route => !checked.has(route))).toEqual([]);
  });
});
