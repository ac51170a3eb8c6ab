/** Where the recipes that build wheels are: `sarif.location` of the configuration. */
export interface RecipePlace {
  /** Absolute path of what the patterns are relative to. */
  readonly folder: string;
  /** Paths with placeholders; the first that is there counts. */
  readonly patterns: readonly string[];
}

/**
 * What a pattern may hold: the normalised project name (`flash-attn`), the name as the file name spells it
 * (`flash_attn`), and the public version (`2.8.3`).
 */
export const recipePlaceholders = ['name', 'distribution', 'version'] as const;
