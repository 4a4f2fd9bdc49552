const R = '/repos/{owner}/{repo}';

/** Calls a route by its template, checks the answer, and returns its body. */
export type Check = (
  method: string,
  template: string,
  params?: Record<string, string | number>,
  options?: { body?: unknown; query?: string; status?: number },
  // The scenarios state what they expect of a body: it has no one type.
) => Promise<any>;

/** Blobs, trees, commits and refs, made one by one. */
export async function gitDatabaseScenario(check: Check): Promise<void> {
  const [tip] = await check('GET', `${R}/commits`);
  const blob = await check(
    'POST',
    `${R}/git/blobs`,
    {},
    { body: { content: 'x' }, status: 201 },
  );
  await check('GET', `${R}/git/blobs/{file_sha}`, { file_sha: blob.sha });
  const tree = await check(
    'POST',
    `${R}/git/trees`,
    {},
    {
      body: {
        base_tree: tip.commit.tree.sha,
        tree: [
          { path: 'a/b.txt', mode: '100755', type: 'blob', sha: blob.sha },
          { path: 'c.txt', mode: '100644', type: 'blob', content: 'c' },
        ],
      },
      status: 201,
    },
  );
  await check(
    'GET',
    `${R}/git/trees/{tree_sha}`,
    { tree_sha: tree.sha },
    { query: '?recursive=1' },
  );
  const commit = await check(
    'POST',
    `${R}/git/commits`,
    {},
    {
      body: { message: 'By hand', tree: tree.sha, parents: [tip.sha] },
      status: 201,
    },
  );
  await check('GET', `${R}/git/commits/{commit_sha}`, {
    commit_sha: commit.sha,
  });
  const ref = { ref: 'heads/by/hand' };
  const body = { ref: 'refs/heads/by/hand', sha: tip.sha };
  await check('POST', `${R}/git/refs`, {}, { body, status: 201 });
  await check('POST', `${R}/git/refs`, {}, { body, status: 422 });
  await check('PATCH', `${R}/git/refs/{ref}`, ref, {
    body: { sha: commit.sha },
  });
  await check('PATCH', `${R}/git/refs/{ref}`, ref, {
    body: { sha: tip.sha },
    status: 422,
  });
  await check('GET', `${R}/git/ref/{ref}`, ref);
  await check(
    'GET',
    `${R}/git/ref/{ref}`,
    { ref: 'heads/none' },
    { status: 404 },
  );
  expect(
    await check('GET', `${R}/git/matching-refs/{ref}`, { ref: 'heads/by' }),
  ).toHaveLength(1);
  await check('DELETE', `${R}/git/refs/{ref}`, ref);
}

/** A pull request from its branch to its merge. */
export async function pullRequestScenario(check: Check): Promise<void> {
  const branch = async (name: string, path: string) => {
    const main = await check('GET', `${R}/git/ref/{ref}`, {
      ref: 'heads/main',
    });
    await check(
      'POST',
      `${R}/git/refs`,
      {},
      {
        body: { ref: `refs/heads/${name}`, sha: main.object.sha },
      },
    );
    await check(
      'PUT',
      `${R}/contents/{path}`,
      { path },
      {
        body: { message: `Add ${path}`, content: 'eA==', branch: name },
      },
    );
  };
  await branch('one', 'one.txt');
  const body = { title: 'One', head: 'one', base: 'main', body: 'Text' };
  const pull = await check('POST', `${R}/pulls`, {}, { body, status: 201 });
  await check('POST', `${R}/pulls`, {}, { body, status: 422 });
  const number = { pull_number: pull.number, issue_number: pull.number };
  expect(pull.mergeable).toBe(true);
  await check('GET', `${R}/pulls`);
  await check('GET', `${R}/pulls/{pull_number}`, number);
  await check('PATCH', `${R}/pulls/{pull_number}`, number, {
    body: { title: 'First' },
  });
  await check('GET', `${R}/pulls/{pull_number}/commits`, number);
  await check('GET', `${R}/pulls/{pull_number}/files`, number);
  await check('GET', `${R}/pulls/{pull_number}/merge`, number, {
    status: 404,
  });
  await check('POST', `${R}/pulls/{pull_number}/requested_reviewers`, number, {
    body: { reviewers: ['octocat'], team_reviewers: ['platform'] },
  });
  await check('POST', `${R}/issues/{issue_number}/labels`, number, {
    body: { labels: ['bug'] },
  });
  await check('GET', `${R}/issues/{issue_number}/labels`, number);
  await check('POST', `${R}/issues/{issue_number}/assignees`, number, {
    body: { assignees: ['octocat'] },
  });
  await check('POST', `${R}/issues/{issue_number}/comments`, number, {
    body: { body: 'Good' },
  });
  await check('GET', `${R}/issues/{issue_number}/comments`, number);
  await check('GET', `${R}/issues/{issue_number}`, number);
  await check(
    'PUT',
    `${R}/contents/{path}`,
    { path: 'main.txt' },
    {
      body: { message: 'On main', content: 'eA==' },
    },
  );
  await check('PUT', `${R}/pulls/{pull_number}/update-branch`, number, {
    body: {},
    status: 202,
  });
  await check('PUT', `${R}/pulls/{pull_number}/merge`, number, {
    body: { sha: '0'.repeat(40) },
    status: 409,
  });
  await check('PUT', `${R}/pulls/{pull_number}/merge`, number, {
    body: { merge_method: 'squash' },
  });
  await check('PUT', `${R}/pulls/{pull_number}/merge`, number, {
    status: 405,
  });
  await check('GET', `${R}/pulls/{pull_number}/merge`, number, {
    status: 204,
  });
  await branch('two', 'two.txt');
  await check(
    'POST',
    `${R}/merges`,
    {},
    { body: { base: 'main', head: 'two' }, status: 201 },
  );
}
