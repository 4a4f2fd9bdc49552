import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** The folder that an input names, never outside the workspace. */
export function resolveInWorkspace(options: {
  workspacePath: string;
  /** Name of the input, for the message. */
  input: string;
  value: string | undefined;
}): string {
  const { workspacePath, input, value } = options;
  try {
    return resolveSafeChildPath(workspacePath, value ?? '.');
  } catch (error) {
    throw new InputError(
      `${input} is "${value}", which leads out of the workspace. Name a folder within it, for example "service".`,
      error,
    );
  }
}
