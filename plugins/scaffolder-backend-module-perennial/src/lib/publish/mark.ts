/*
 * A repository belongs to a task where its homepage is the page of that task.
 * The homepage is the one free field that GitHub takes in the very call that
 * creates a repository, so there is no moment at which the repository exists
 * and does not say whose it is. The last step of publishing replaces it.
 */

/** What the marks of all tasks of a portal begin with. */
export function markPrefix(portalUrl: string): string {
  return `${portalUrl.replace(/\/+$/, '')}/create/tasks/`;
}

/** The mark of one task: the address of its page in the portal. */
export function taskMark(portalUrl: string, taskId: string): string {
  return `${markPrefix(portalUrl)}${encodeURIComponent(taskId)}`;
}
