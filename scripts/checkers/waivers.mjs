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
