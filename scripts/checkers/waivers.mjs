/**
 * Findings of checkov that are meant. The list in templates/parts/README.md
 * says the same; a service that wants other rules changes what is found.
 *
 * @type {{ check: string, reason: string }[]}
 */
export const CHECKOV_WAIVERS = [
  {
    check: 'CKV_K8S_14',
    reason:
      'The manifests name the image without a tag: kustomization.yaml adds it, and scripts/deploy.sh the digest.',
  },
  {
    check: 'CKV_K8S_43',
    reason:
      'The digest is known when the image has been pushed: scripts/deploy.sh puts it in.',
  },
  {
    check: 'CKV_K8S_35',
    reason:
      "The service reads its database's password from the environment, as its settings all do.",
  },
];

/**
 * Messages of actionlint that are not so, as patterns.
 *
 * @type {{ message: string, reason: string }[]}
 */
export const ACTIONLINT_WAIVERS = [
  {
    message: 'unexpected key "command" for "services" section',
    reason:
      'GitHub takes the command of a service container since April 2026; no release of actionlint knows it yet.',
  },
];
