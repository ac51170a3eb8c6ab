import type { Artifact } from 'sarif';
import type { Finding } from '../../engine/finding.ts';
import { artifactLocation } from './location.ts';

/** The wheels that have findings, each once: `../x.whl` and `x.whl` are the same to GitHub (SARIF 2.1.0 §3.24). */
export function sarifArtifacts(findings: readonly Finding[]): Artifact[] {
  const wheels = new Map(
    findings.map(({ wheel }) => {
      const location = artifactLocation(wheel);
      return [location.uri, location];
    }),
  );
  return Array.from(wheels.values(), (location) => ({ location, roles: ['analysisTarget'] }));
}
