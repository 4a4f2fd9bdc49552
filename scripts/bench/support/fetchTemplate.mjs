import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rootRequire } from './engine.mjs';

/**
 * Backstage's own `fetch:template`, without the portal around it. The package
 * does not export the action, so it is loaded by its file.
 */
export function createFetchTemplate() {
  const main = rootRequire.resolve('@backstage/plugin-scaffolder-backend');
  const { createFetchTemplateAction } = rootRequire(
    join(dirname(main), 'scaffolder/actions/builtin/fetch/template.cjs.js'),
  );
  const { ScmIntegrations } = rootRequire('@backstage/integration');
  const { ConfigReader } = rootRequire('@backstage/config');
  const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));
  const action = createFetchTemplateAction({ reader: {}, integrations });
  return options => runAction(action, options);
}

async function runAction(action, { templateFolder, skeleton, values, target }) {
  const temporary = [];
  mkdirSync(target, { recursive: true });
  await action.handler({
    input: { url: skeleton, values, trimBlocks: true, lstripBlocks: true },
    templateInfo: {
      entityRef: 'template:default/bench',
      baseUrl: `file://${templateFolder}/template.yaml`,
    },
    workspacePath: target,
    logger: silent(),
    createTemporaryDirectory: async () => {
      const folder = mkdtempSync(`${target}-temporary-`);
      temporary.push(folder);
      return folder;
    },
  });
  temporary.forEach(folder => rmSync(folder, { recursive: true }));
}

/** Its log lines are not what is measured. */
function silent() {
  const none = () => {};
  const logger = { info: none, warn: none, error: none, debug: none };
  return { ...logger, child: () => logger };
}
