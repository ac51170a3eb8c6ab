/**
 * Tells one build of the program from another: what one keeps of wheels, another may see differently. Bundling puts a
 * hash of the program here; sources that run as they are change from one run to the next.
 */
export const build: string | undefined = undefined;
