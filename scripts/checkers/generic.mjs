import path from 'node:path';
import process from 'node:process';
import { findings } from './execute.mjs';
import { CHECKOV_WAIVERS } from './waivers.mjs';

const isDockerfile = file => /^Dockerfile(\..+)?$/.test(path.basename(file));

/** What checkov looks at; it knows Compose, Jenkins and Renovate not at all. */
const CHECKOV_FRAMEWORKS = [
  'azure_pipelines',
  'dockerfile',
  'github_actions',
  'gitlab_ci',
  'kubernetes',
  'kustomize',
];

/** @type {import('./checkers.mjs').Checker[]} */
export const genericCheckers = [
  {
    name: 'hadolint',
    tools: ['hadolint'],
    accepts: isDockerfile,
    check: ({ folder, inputs, tools }) =>
      findings(
        tools.hadolint,
        ['--no-color', '--failure-threshold', 'style', ...inputs],
        folder,
      ),
  },
  {
    name: 'checkov',
    tools: ['checkov', 'kustomize'],
    isSlow: true,
    accepts: file =>
      isDockerfile(file) ||
      /^(kubernetes\/|\.github\/workflows\/|\.gitlab-ci\.yml|azure-pipelines\.yml)/.test(
        file,
      ),
    check: ({ folder, tools }) =>
      findings(
        tools.checkov,
        [
          ...['--directory', '.', '--quiet', '--compact'],
          // Neither policies nor modules come from the network.
          ...['--skip-download', '--download-external-modules', 'false'],
          ...['--framework', ...CHECKOV_FRAMEWORKS],
          '--skip-check',
          CHECKOV_WAIVERS.map(({ check }) => check).join(','),
        ],
        folder,
        { PATH: `${path.dirname(tools.kustomize)}:${process.env.PATH}` },
      ),
  },
  {
    name: 'bandit',
    tools: ['bandit'],
    accepts: file => file.endsWith('.py'),
    check: ({ folder, tools }) =>
      // The tests assert, which bandit takes for a mistake.
      findings(
        tools.bandit,
        ['--quiet', '--recursive', '--exclude', './tests', '.'],
        folder,
      ),
  },
  {
    name: 'gitleaks',
    tools: ['gitleaks'],
    accepts: () => true,
    check: ({ folder, tools }) =>
      findings(
        tools.gitleaks,
        ['dir', '--no-banner', '--no-color', '--verbose', '--redact', '.'],
        folder,
      ),
  },
  {
    name: 'mkdocs',
    tools: ['mkdocs'],
    accepts: file => file === 'mkdocs.yml' || file.startsWith('docs/'),
    check: ({ folder, tools }) =>
      // Not --quiet, which silences what --strict counts.
      findings(
        tools.mkdocs,
        ['build', '--strict', '--site-dir', '.site'],
        folder,
        { NO_MKDOCS_2_WARNING: 'true' },
      ),
  },
];
