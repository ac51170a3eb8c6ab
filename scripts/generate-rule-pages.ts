export async function rulePages(): Promise<[string, string][]> {
  return [];
}
