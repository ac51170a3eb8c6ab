export function withRuleTable(readme: string): string {
  return readme;
}
