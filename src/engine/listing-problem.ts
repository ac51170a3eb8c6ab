/** Why a folder could not be listed, for people. */
export function listingProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return code === 'EACCES' || code === 'EPERM' ? 'permission denied' : `the system says ${code}`;
}
