export const severityWords = ['info', 'warning', 'error'] as const;
