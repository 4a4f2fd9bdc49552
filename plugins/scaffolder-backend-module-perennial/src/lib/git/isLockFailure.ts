/** Two workers on one task met at the same reference; nobody has written it in the end. */
export function isLockFailure(reason: string): boolean {
  return /lock|failed to update ref|reference already exists|internal|unpacker|try again/i.test(
    reason,
  );
}
