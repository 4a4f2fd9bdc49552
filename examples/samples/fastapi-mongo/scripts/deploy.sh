#!/usr/bin/env bash
#
# Deploys one image: hands the secrets over, migrates the database, rolls out.
# A migration that fails stops it there, and the pods of the last release stay.
# Needs kubectl and kustomize, and reads from the environment:
#
#   IMAGE                   the image by its digest: docker.io/<account>/library@sha256:…
#   DB_PASSWORD             the password of the service's database user
#   DOCKER_USERNAME         the account that the cluster pulls the image with
#   DOCKER_PASSWORD         an access token of that account
#   KUBERNETES_CREDENTIALS  a kubeconfig or the path of one; without it, kubectl's own is used

set -euo pipefail
# A trace would print the secrets.
set +x

readonly NAME=library
# Longer than the migration may run by its own deadline.
readonly TIMEOUT_SECONDS=360

main() {
  cd "$(dirname "${BASH_SOURCE[0]}")/.."
  check_environment
  umask 077
  workspace=$(mktemp -d)
  trap 'rm -rf "$workspace"' EXIT
  connect
  write_release
  hand_over_secrets
  migrate
  roll_out
}

check_environment() {
  local each
  for each in kubectl kustomize; do
    command -v "$each" > /dev/null || fail "$each is not installed."
  done
  for each in IMAGE DB_PASSWORD DOCKER_USERNAME DOCKER_PASSWORD; do
    [[ -n "${!each:-}" ]] || fail "$each is not set."
  done
  [[ "$IMAGE" =~ @sha256:[0-9a-f]{64}$ ]] || fail "IMAGE is \"$IMAGE\", which does not end in a digest."
}

fail() {
  echo "deploy.sh: $1" >&2
  exit 1
}

# The kubeconfig goes into a file that nobody else can read and that goes away with this script.
connect() {
  if [[ -f "${KUBERNETES_CREDENTIALS:-}" ]]; then
    export KUBECONFIG=$KUBERNETES_CREDENTIALS
  elif [[ -n "${KUBERNETES_CREDENTIALS:-}" ]]; then
    export KUBECONFIG=$workspace/kubeconfig
    printf '%s\n' "$KUBERNETES_CREDENTIALS" > "$KUBECONFIG"
  fi
}

# Sets the image in a copy, so that the checked-out manifests stay as they are.
write_release() {
  cp -R kubernetes "$workspace/kubernetes"
  (cd "$workspace/kubernetes" && kustomize edit set image "$NAME=$IMAGE")
  kustomize build "$workspace/kubernetes" > "$workspace/release.yaml"
}

# On standard input, because arguments are there for every process to read.
hand_over_secrets() {
  kubectl apply --filename kubernetes/namespace.yaml

  printf '%s' "$DB_PASSWORD" |
    kubectl create secret generic "$NAME-database" --namespace "$NAME" \
      --from-file=DB_PASSWORD=/dev/stdin --dry-run=client --output yaml |
    kubectl apply --server-side --force-conflicts --filename -

  local auth
  auth=$(printf '%s:%s' "$DOCKER_USERNAME" "$DOCKER_PASSWORD" | base64 | tr -d '\n')
  printf '{"auths":{"https://index.docker.io/v1/":{"auth":"%s"}}}' "$auth" |
    kubectl create secret generic "$NAME-registry" --namespace "$NAME" \
      --type=kubernetes.io/dockerconfigjson --from-file=.dockerconfigjson=/dev/stdin \
      --dry-run=client --output yaml |
    kubectl apply --server-side --force-conflicts --filename -
}

migrate() {
  # A finished job cannot be changed, so the one of the last release goes first.
  kubectl delete job "$NAME-migrate" --namespace "$NAME" --ignore-not-found
  kubectl apply --filename "$workspace/release.yaml" --selector 'app.kubernetes.io/component!=api'

  if ! migration_completes; then
    kubectl logs "job/$NAME-migrate" --namespace "$NAME" --tail=200 >&2 || true
    fail "the migration did not complete, so nothing was rolled out. What it has logged is above."
  fi
}

# Not `kubectl wait`, which would wait for a success long after a failure.
migration_completes() {
  local ended
  SECONDS=0
  while ((SECONDS < TIMEOUT_SECONDS)); do
    ended=$(kubectl get job "$NAME-migrate" --namespace "$NAME" \
      --output=jsonpath='{.status.conditions[?(@.status=="True")].type}')
    case " $ended " in
      *' Complete '*) return 0 ;;
      *' Failed '*) return 1 ;;
    esac
    sleep 2
  done
  return 1
}

roll_out() {
  kubectl apply --filename "$workspace/release.yaml"
  kubectl rollout status "deployment/$NAME" --namespace "$NAME" --timeout="${TIMEOUT_SECONDS}s"
}

main
